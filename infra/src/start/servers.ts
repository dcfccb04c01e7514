import { startIssuer } from '../issuer/issuer.ts';
import { databaseNameOf, ensureDatabase } from '../local/databases.ts';
import { startKafka } from '../local/kafka.ts';
import type { KafkaPorts } from '../local/kafka-settings.ts';
import { freePort, isFree } from '../local/ports.ts';
import { startPostgres } from '../local/postgres.ts';
import { DEMO_TENANTS } from '../demo/people.ts';
import type { External } from './config.ts';
import { type Part, keepRunning } from './keep-running.ts';
import type { Layout } from './layout.ts';
import type { Placed } from './parts.ts';
import { type Keys, type Secrets, saveSecrets } from './secrets.ts';

export type Talk = { readonly tell: (what: string) => void; readonly onChange: () => void };

export type Server = {
  /** Null: somebody else's, used as it is. */
  readonly part: Part | null;
  /** Known once the part has started. */
  readonly address: () => string;
};

/** The database server: ours, on the same port through its restarts, or the one the environment names. */
export const databaseServer = async (
  layout: Layout,
  secrets: Secrets,
  external: External,
  talk: Talk,
): Promise<Server> => {
  const { postgres: given } = external;
  if (given !== null) return { part: null, address: () => given };
  const port = await freePort();
  const password = secrets.postgres;
  const options = { dataDir: layout.postgres, log: layout.logOf('postgres'), password, port };
  return {
    part: keepRunning({ name: 'postgres', launch: () => startPostgres(options), ...talk }),
    address: () => `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`,
  };
};

/** The broker: ours, on the same ports through its restarts, or those the environment names. */
export const broker = async (layout: Layout, external: External, talk: Talk): Promise<Server> => {
  const { brokers } = external;
  if (brokers !== null) return { part: null, address: () => brokers.join(',') };
  const ports: KafkaPorts = { client: await freePort(), controller: await freePort() };
  const options = { dataDir: layout.kafka, log: layout.logOf('kafka'), ports, say: talk.tell };
  return {
    part: keepRunning({ name: 'kafka', launch: () => startKafka(options), ...talk }),
    address: () => `127.0.0.1:${String(ports.client)}`,
  };
};

/** The port the issuer had before while that is free: tokens name their issuer by its address. */
const issuerPort = async (layout: Layout, secrets: Secrets): Promise<number> => {
  if (secrets.issuerPort !== null && (await isFree(secrets.issuerPort))) return secrets.issuerPort;
  const port = await freePort();
  await saveSecrets(layout, { ...secrets, issuerPort: port });
  return port;
};

export type RunningIssuer = { readonly url: string; readonly ours: boolean; readonly stop: () => Promise<void> };

/** The issuer: ours, inside this process, or the one the environment names. */
export const issuer = async (
  layout: Layout,
  secrets: Secrets,
  keys: Keys,
  external: External,
): Promise<RunningIssuer> => {
  if (external.issuer !== null) return { url: external.issuer, ours: false, stop: () => Promise.resolve() };
  const serviceAccounts = DEMO_TENANTS.map(({ key, id }) => ({
    clientId: `service-account-${key}`,
    secret: secrets.serviceAccount,
    tenantId: id,
    roles: ['ADMIN'],
  }));
  const port = await issuerPort(layout, secrets);
  const started = await startIssuer({ port, key: keys.issuer, serviceAccounts });
  return { ...started, ours: true };
};

/** Gives each service its ports, and its database with both roles. */
export const placeServices = async (
  services: readonly string[],
  {
    secrets,
    external,
    adminUrl,
  }: { readonly secrets: Secrets; readonly external: External; readonly adminUrl: string },
): Promise<readonly Placed[]> => {
  const placed: Placed[] = [];
  // One after the other: parallel changes of the catalogue of roles disturb each other.
  for (const name of services) {
    const urls = external.databases[name] ?? (await ensureDatabase(adminUrl, databaseNameOf(name), secrets.databases));
    placed.push({ name, port: await freePort(), operationsPort: await freePort(), ...urls });
  }
  return placed;
};
