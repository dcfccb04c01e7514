import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type GatewayConfig, STANDARD_DOOR, startGateway } from '@crm/gateway';
import { composeSupergraph } from '@crm/gateway/compose';

import { suiteUnderTest } from '../support/config.ts';
import { definitions } from '../support/services.ts';

/** A second gateway before the services of the running suite, with the settings of production unless told otherwise. */
export const aProductionGateway = async (config: Partial<GatewayConfig> = {}) => {
  const suite = suiteUnderTest();
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-production-'));
  const subgraphs = await Promise.all(
    definitions.map(async ({ name, schemaFile }) => ({
      name,
      sdl: await readFile(schemaFile, 'utf8'),
      url: suite.services[name]?.url ?? '',
    })),
  );
  const composed = composeSupergraph(subgraphs);
  if (!composed.ok) throw new Error(composed.refusal.join('\n'));
  const files = { supergraph: path.join(folder, 'supergraph.graphql'), assertionKey: path.join(folder, 'key.json') };
  await writeFile(files.supergraph, composed.value.supergraph);
  await writeFile(files.assertionKey, JSON.stringify(suite.assertionKey));
  const gateway = await startGateway({
    ...STANDARD_DOOR,
    supergraph: files.supergraph,
    host: '127.0.0.1',
    port: 0,
    auth: { issuer: suite.issuer, audience: 'crm', assertionKey: files.assertionKey },
    production: true,
    introspection: false,
    graphiql: false,
    logLevel: 'silent',
    subgraphUrls: {},
    documents: { ...STANDARD_DOOR.documents, getQueries: 'persisted' },
    ...config,
  });
  const stop = async () => {
    await gateway.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: gateway.url, folder, stop };
};
