import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { type GatewayConfig, STANDARD_DOOR, startGateway } from '@crm/gateway';
import { composeSupergraph } from '@crm/gateway/compose';
import { buildSchema, graphql } from 'graphql';

const TYPES = `interface Node { id: ID! }
  type Customer implements Node @key(fields: "id") { id: ID!  version: Int! }
  input IdFilter { eq: ID  in: [ID!] }
  input CustomerFilter { and: [CustomerFilter!]  id: IdFilter }
  type CustomerConnection { nodes: [Customer!]! }
  type Query { customer(id: ID!): Customer  customers(first: Int, filter: CustomerFilter): CustomerConnection! }`;
const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

/** A customer service without customers. */
const startCustomers = async () => {
  const schema = buildSchema(`directive @key(fields: String!) on OBJECT ${TYPES}`);
  const server = createServer((request, response) => {
    const answer = async () => {
      // The gateway wrote it: a query and its variables.
      const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: object };
      const rootValue = { customers: { nodes: [] } };
      return graphql({ schema, source: query, rootValue, variableValues: { ...variables } });
    };
    void answer().then((said) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // An address of a TCP server is never a path.
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${String(port)}/graphql`, stop };
};

/** A gateway that follows these brokers; `waiting` gives the status with which it answers who waits for changes. */
export const aFollower = async (broker: Pick<GatewayConfig, 'brokers' | 'brokerAccess'>) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-follower-'));
  const supergraph = path.join(folder, 'supergraph.graphql');
  const customers = await startCustomers();
  const composed = composeSupergraph([{ name: 'customer', sdl: `${FEDERATION} ${TYPES}`, url: customers.url }]);
  if (!composed.ok) throw new Error(composed.refusal.join('\n'));
  await writeFile(supergraph, composed.value.supergraph);
  const gateway = await startGateway({ ...QUIET, ...broker, supergraph });
  return {
    waiting: () => statusOf(`${gateway.url}/graphql`, 'subscription { customersChanged { kind } }'),
    stop: async () => {
      await gateway.stop();
      customers.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const QUIET = {
  ...STANDARD_DOOR,
  host: '127.0.0.1',
  port: 0,
  auth: null,
  production: false,
  introspection: true,
  graphiql: false,
  logLevel: 'silent',
  subgraphUrls: {},
} as const satisfies Partial<GatewayConfig>;

const statusOf = async (url: string, query: string) => {
  const enough = new AbortController();
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const { status } = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal: enough.signal,
  });
  enough.abort();
  return status;
};
