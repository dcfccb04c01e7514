import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { STANDARD_DOOR, startGateway } from '@crm/gateway';
import { composeSupergraph } from '@crm/gateway/compose';
import {
  type PrivateJwk,
  databaseNameOf,
  ensureDatabase,
  privateKey,
  publicPart,
  startKafka,
  startPostgres,
} from '@crm/infra';
import { type RunningService, startService } from '@crm/runtime';

import { suiteIssuer } from './service-account.ts';
import { type Definition, definitions } from './services.ts';

/** Where everything of a running suite is, for specs and scripts. */
export type SuiteAddresses = {
  readonly gateway: string;
  readonly issuer: string;
  readonly issuerKey: PrivateJwk;
  readonly assertionKey: PrivateJwk;
  readonly brokers: readonly string[];
  readonly services: Readonly<
    Record<string, { readonly url: string; readonly operations: string; readonly database: string }>
  >;
};

const LOG_LEVEL = 'fatal';

/** The whole suite in this process: seven services, gateway and issuer, over a Postgres and a Kafka of its own. */
export const startSuite = async (logLevel: string = LOG_LEVEL) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-suite-'));
  const [postgres, kafka, assertionKey, issuerKey] = await Promise.all([
    startPostgres({ dataDir: path.join(folder, 'postgres'), password: 'test', durability: 'throw-away' }),
    startKafka({ dataDir: path.join(folder, 'kafka') }),
    privateKey(path.join(folder, 'assertion.json'), 'EdDSA'),
    privateKey(path.join(folder, 'issuer.json'), 'ES256'),
  ]);
  const jwks = await publish(assertionKey, path.join(folder, 'jwks.json'));
  const issuer = await suiteIssuer(issuerKey);
  const services = await startServices({ adminUrl: postgres.url, brokers: kafka.brokers, jwks, logLevel });
  const gateway = await startGateway({
    supergraph: await composed(folder, services),
    host: '127.0.0.1',
    port: 0,
    auth: { issuer: issuer.url, audience: 'crm', assertionKey: path.join(folder, 'assertion.json') },
    production: false,
    introspection: true,
    graphiql: true,
    logLevel: 'fatal',
    subgraphUrls: {},
    ...STANDARD_DOOR,
    brokers: kafka.brokers,
  });

  const addresses: SuiteAddresses = {
    gateway: gateway.url,
    issuer: issuer.url,
    ...{ issuerKey, assertionKey, brokers: kafka.brokers },
    services: placesOf(services),
  };
  const stop = async () => {
    await gateway.stop();
    await Promise.all(services.map(({ running }) => running.stop()));
    await issuer.stop();
    await Promise.all([postgres.stop(), kafka.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  return { addresses, stop };
};

const publish = async (key: PrivateJwk, file: string) => {
  await writeFile(file, JSON.stringify({ keys: [publicPart(key)] }));
  return file;
};

const placesOf = (services: readonly Started[]): SuiteAddresses['services'] =>
  Object.fromEntries(
    services.map(({ name, running, ownerUrl }) => [
      name,
      { url: running.url, operations: running.operationsUrl, database: ownerUrl },
    ]),
  );

type Ground = {
  readonly adminUrl: string;
  readonly brokers: readonly string[];
  readonly jwks: string;
  readonly logLevel: string;
};

type Started = {
  readonly name: string;
  readonly sdl: string;
  readonly running: RunningService;
  readonly ownerUrl: string;
};

const startServices = async (ground: Ground): Promise<readonly Started[]> => {
  const placed = [];
  // One after the other: parallel changes of the catalogue of roles disturb each other.
  for (const definition of definitions) {
    placed.push({ definition, urls: await ensureDatabase(ground.adminUrl, databaseNameOf(definition.name), 'test') });
  }
  return Promise.all(placed.map(({ definition, urls }) => startOne(definition, urls, ground)));
};

const startOne = async (
  definition: Definition,
  { appUrl, ownerUrl }: { readonly appUrl: string; readonly ownerUrl: string },
  { brokers, jwks, logLevel }: Ground,
): Promise<Started> => {
  const config = {
    host: '127.0.0.1',
    port: 0,
    operationsPort: 0,
    databaseUrl: appUrl,
    databaseOwnerUrl: ownerUrl,
    poolSize: 8,
    brokers,
    assertionKeys: jwks,
    logLevel,
    introspection: true,
  };
  const running = await startService(definition, config, (cause) => {
    throw cause;
  });
  return { name: definition.name, sdl: await readFile(definition.schemaFile, 'utf8'), running, ownerUrl };
};

const composed = async (folder: string, services: readonly Started[]) => {
  const result = composeSupergraph(services.map(({ name, sdl, running: { url } }) => ({ name, sdl, url })));
  if (!result.ok) throw new Error(result.refusal.join('\n'));
  const file = path.join(folder, 'supergraph.graphql');
  await writeFile(file, result.value.supergraph);
  return file;
};
