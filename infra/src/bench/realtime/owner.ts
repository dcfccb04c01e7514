import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { buildSchema, graphql } from 'graphql';

const SCHEMA = buildSchema(`
  type Query { customer(id: ID!): Customer }
  type Customer { id: ID!  name: String!  version: Int! }`);

/** Stands for every service: knows one customer, and counts how often it is asked about it. */
export const startOwner = async (customer: { readonly id: string; readonly name: string; version: number }) => {
  let asked = 0;
  const server = createServer((request, reply) => {
    const answer = async () => {
      // The gateway wrote it.
      const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: object };
      if (query.includes('customer')) asked += 1;
      const rootValue = { customer: () => customer };
      const result = await graphql({ schema: SCHEMA, source: query, variableValues: { ...variables }, rootValue });
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    };
    answer().catch(() => reply.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A server on TCP has a port');
  return {
    url: `http://127.0.0.1:${String(address.port)}/graphql`,
    asked: () => asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
