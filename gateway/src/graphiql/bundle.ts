import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Log } from '../log.ts';

/** The same from `src` and from `dist`. */
const GATEWAY = join(import.meta.dirname, '..', '..');
/** The page's own source: for browsers, so outside `src`. */
const SOURCE = join(GATEWAY, 'graphiql');
const CACHE = join(GATEWAY, '.cache');

/**
 * The folder of the built GraphiQL, built now if nobody has: 13 MB of sources become a few files. Named after what it
 * is made of, so a new version is a new folder.
 */
export const ensureBundle = async (log: Pick<Log, 'info'>): Promise<string> => {
  const folder = join(CACHE, `graphiql-${await fingerprint()}`);
  if (await exists(folder)) return folder;
  log.info({ folder }, 'graphiql: building the bundle, once');
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  try {
    await bundle(draft);
    // Temporary folders are private; an image may build as one user and serve as another.
    await chmod(draft, 0o755);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!(await exists(folder))) throw error;
  }
  return folder;
};

const bundle = async (outdir: string) => {
  // Only whoever builds needs a bundler.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: GATEWAY,
    entryPoints: {
      app: join(SOURCE, 'app.js'),
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file', '.svg': 'file', '.woff': 'empty', '.woff2': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
};

const fingerprint = async () => {
  const hash = createHash('sha256');
  for (const name of (await readdir(SOURCE)).sort()) hash.update(await readFile(join(SOURCE, name)));
  const packages = createRequire(join(GATEWAY, 'package.json'));
  for (const name of ['graphiql', 'react', 'esbuild']) {
    hash.update(await readFile(packages.resolve(`${name}/package.json`)));
  }
  return hash.digest('hex').slice(0, 16);
};

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
