import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { assertionVerifier, startSubgraphServer } from '@crm/graphql';
import { parse } from 'graphql';

import { answer } from '../../events/part.ts';
import { ANSWER, type Context, SDL, newContext, resolvers } from '../products.ts';

const [, , variant = '', jwksFile = ''] = process.argv;

type Server = { readonly url: string; readonly stop: () => Promise<unknown> };
const HOST = '127.0.0.1';

/** As its documentation starts it: nothing switched off, nothing added, nobody's assertion verified. */
const stock = async (): Promise<Server> => {
  // Its type of resolvers knows no federation types.
  const schema = buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers: resolvers as never }]);
  const server = new ApolloServer<Context>({ schema, logger: { ...console, info: () => undefined } });
  const { url } = await startStandaloneServer(server, {
    listen: { host: HOST, port: 0 },
    context: () => Promise.resolve(newContext()),
  });
  return { url, stop: () => server.stop() };
};

const ours = (): Promise<Server> =>
  startSubgraphServer<Context>({
    typeDefs: parse(SDL),
    resolvers,
    host: HOST,
    port: 0,
    introspection: false,
    verify: assertionVerifier({ jwksFile, audience: 'products' }),
    contextOf: newContext,
    logError: (_reference, error) => {
      console.error(error);
    },
  });

const bare = async (listener: RequestListener): Promise<Server> => {
  const server = createServer(listener).listen(0, HOST);
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return {
    url: `http://${HOST}:${String(bound.port)}`,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(stopped);
      }),
  };
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** What is left when nobody reads the document: parse, load, write. */
const byHand = () =>
  bare((request, reply) => {
    void (async () => {
      // Our own request.
      const { variables } = JSON.parse(await text(request)) as { variables: { representations: { id: string }[] } };
      const { products } = newContext();
      const found = await Promise.all(variables.representations.map(({ id }) => products.load(id)));
      reply.writeHead(200, JSON_TYPE).end(JSON.stringify({ data: { _entities: found } }));
    })();
  });

const ready = Buffer.from(ANSWER);
const readyBytes = () =>
  bare((request, reply) => {
    request.resume().on('end', () => reply.writeHead(200, JSON_TYPE).end(ready));
  });

const VARIANTS: Readonly<Record<string, () => Promise<Server>>> = { stock, ours, byHand, readyBytes };
const start = VARIANTS[variant];
if (!start) throw new Error(`no such server: ${variant}`);
const server = await start();

const known = {
  url: () => server.url,
  /** Processor time that this process has taken, in milliseconds. */
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};
export type ServerQuestions = typeof known;
answer(known, async () => {
  await server.stop();
});
