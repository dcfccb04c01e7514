import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import type { Log } from '../log.ts';
import { ensureBundle } from './bundle.ts';

export type Asset = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | string };
export type Graphiql = { readonly asset: (path: string) => Promise<Asset | null> };

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

/** The editor writes its own style elements; everything else must come from this very address. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/app.css" />
  </head>
  <body>
    <div id="app">Loading …</div>
    <script type="module" src="/graphiql/app.js"></script>
  </body>
</html>
`;

/** GraphiQL out of our own bundle: built at the first visit when nobody has built it before, kept for all later ones. */
export const createGraphiql = (log: Log): Graphiql => {
  let bundle: Promise<string> | null = null;
  const folder = () => {
    bundle ??= ensureBundle(log).catch((error: unknown) => {
      bundle = null;
      throw error;
    });
    return bundle;
  };

  return {
    asset: async (path) => {
      if (path === '/') {
        // Started now, so that the script that the page asks for next waits less.
        folder().catch(() => undefined);
        return { headers: pageHeaders, body: PAGE };
      }
      const name = basename(path);
      const type = TYPES[extname(name)];
      if (!type || path !== `/graphiql/${name}`) return null;
      const body = await readFile(join(await folder(), name)).catch(() => null);
      if (!body) return null;
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
      return { headers: { 'content-type': type, 'cache-control': 'no-cache', etag }, body };
    },
  };
};

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};
