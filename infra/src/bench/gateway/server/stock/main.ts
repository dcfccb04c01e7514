import { readFile } from 'node:fs/promises';

import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** What one gets without doing anything: @apollo/gateway behind @apollo/server's own HTTP server. */
const [supergraph = '', port] = process.argv.slice(2);
const gateway = new ApolloGateway({
  supergraphSdl: await readFile(supergraph, 'utf8'),
  buildService: ({ url = '' }) => new RemoteGraphQLDataSource({ url }),
});
const server = new ApolloServer({ gateway, introspection: false });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });
