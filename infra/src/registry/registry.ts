import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import { join } from 'node:path';

import { PUBLISHED_CONTRACTS } from '@crm/contracts';

import { ROOT } from '../local/paths.ts';
import { HOST } from '../local/ports.ts';
import { answerOf } from './answers.ts';
import { RELEASED, type Released, subjectsOf } from './subjects.ts';

const RELEASED_FOLDER = join(ROOT, 'packages/contracts/released');
const CONTENT_TYPE = 'application/vnd.schemaregistry.v1+json';

export type SchemaRegistry = { readonly url: string; readonly stop: () => Promise<void> };

/** The shapes of all events as a Confluent client reads them; nothing can be registered here. Resolves when it listens. */
export const startRegistry = async (port = 0): Promise<SchemaRegistry> => {
  const subjects = subjectsOf(PUBLISHED_CONTRACTS, await readReleased());
  const server = createServer(({ method = 'GET', url = '/' }, response) => {
    const path = pathOf(url);
    const { status, body } = path === null ? MALFORMED : answerOf(subjects, method, path);
    send(response, status, body);
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${HOST}:${String(at)}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
};

const MALFORMED = { status: 400, body: { error_code: 400, message: 'The address is malformed' } } as const;

const pathOf = (url: string): string | null => {
  try {
    const path = decodeURIComponent(new URL(url, 'http://registry').pathname);
    return path.length > 1 ? path.replace(/\/$/, '') : path;
  } catch {
    return null;
  }
};

const send = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': CONTENT_TYPE });
  response.end(JSON.stringify(body));
};

const readReleased = async (): Promise<readonly Released[]> => {
  const files = (await readdir(RELEASED_FOLDER)).filter((file) => file.endsWith('.json'));
  const texts = await Promise.all(files.map((file) => readFile(join(RELEASED_FOLDER, file), 'utf8')));
  return texts.map((text) => RELEASED.parse(JSON.parse(text)));
};
