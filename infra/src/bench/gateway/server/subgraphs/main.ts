import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

import { SHOP_RESOLVERS } from '../../shop-data.ts';
import { SHOP } from '../../shop.ts';

/** All subgraphs of the shop on one port, `/<name>`. An answer is worked out once: then it costs next to nothing. */
const schemas = new Map(
  Object.entries(SHOP).map(([name, sdl]) => [
    `/${name}`,
    // The type asks for a resolver map by type name.
    buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: (SHOP_RESOLVERS[name] ?? {}) as never }]),
  ]),
);
const answers = new Map<string, string>();
let calls = 0;

const answerTo = async (path: string, body: string) => {
  const key = `${path} ${body}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const schema = schemas.get(path);
  if (!schema) return '{}';
  // A gateway wrote it.
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const answer = JSON.stringify(await graphql({ schema, source: query, variableValues: variables ?? {} }));
  answers.set(key, answer);
  return answer;
};

const server = createServer((request, reply) => {
  if (request.method === 'GET') {
    reply.end(String(calls));
    return;
  }
  calls++;
  void (async () => {
    const answer = await answerTo(request.url ?? '', await text(request));
    reply.setHeader('content-type', 'application/json').end(answer);
  })();
});
// Longer than any client keeps a connection: none finds it closed under its hands.
server.keepAliveTimeout = 300_000;
server.listen(Number(process.argv[2]), '127.0.0.1');
