import { readFileSync } from 'node:fs';

import type { BaseContext } from '@apollo/server';
import { type Caller, type DirectoryRows, accessFor, cachedDirectory, loadDirectoryRows } from '@crm/access';
import { PERSONAL_DATA_RECEIPTS, contractsOf } from '@crm/contracts';
import { type Language, assertionVerifier, startSubgraphServer } from '@crm/graphql';
import { type Clock, idOf, systemClock } from '@crm/kernel';
import { type EraseOwn, type RecordsWith, type Subscription, erasureSubscription } from '@crm/messaging';
import {
  type Migration,
  type Read,
  type Sql,
  type Transact,
  migrate,
  openDatabase,
  isAnswering,
  readOn,
  transactOn,
} from '@crm/persistence';
import type { TimerHandler } from '@crm/timers';
import { parse } from 'graphql';
import type { DataSource, EntitySchema } from 'typeorm';

import type { ServiceConfig } from './config.ts';
import { directorySubscriptions } from './directory-subscriptions.ts';
import { type Logger, logOf } from './log.ts';
import { metricsOf } from './metrics.ts';
import { migrationsOf } from './migrations.ts';
import { startMessaging } from './messaging.ts';
import { startOperationsServer } from './operations-server.ts';

/** What a service's features are built from. */
export type ServiceParts = {
  readonly read: Read;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly log: Logger;
};

/** A service, put together: what it answers, what it reacts to. */
export type Wired<Context extends BaseContext> = {
  readonly resolvers: object;
  /** What resolvers work with, anew for each request. */
  readonly contextOf: (caller: Caller, language: Language) => Context;
  readonly subscriptions: readonly Subscription[];
  readonly timers?: readonly TimerHandler[];
  /** How its own tables are cleared of a person; left out: nothing of a person is in them. */
  readonly eraseOwn?: EraseOwn;
  /** Which rows of others that it keeps go with a person; left out: none. */
  readonly recordsWith?: RecordsWith;
};

export type ServiceDefinition<Context extends BaseContext> = {
  /** As in the supergraph, the topics and the assertion's audience. */
  readonly name: string;
  /** The published SDL: what composition saw is what is served. */
  readonly schemaFile: string;
  readonly entities: readonly EntitySchema[];
  /** After the platform's own. */
  readonly migrations: readonly Migration[];
  /** Only for the service that owns employees and roles; others keep a copy by events. */
  readonly directoryRows?: (sql: Sql) => Promise<DirectoryRows>;
  readonly wire: (parts: ServiceParts) => Wired<Context>;
};

export type RunningService = {
  readonly url: string;
  readonly operationsUrl: string;
  readonly stop: () => Promise<void>;
};

/** A change of roles or departments is seen by all instances within this time; by the one that made it at once. */
const DIRECTORY_TTL_MS = 2_000;
const DIRECTORY_AGGREGATES = new Set(['department', 'employee', 'role']);

/**
 * Starts a service: migrates when it is told how, serves the graph, relays and consumes events, fires timers. Resolves
 * when it answers. It serves while the broker is away; what is committed meanwhile is published later.
 * `onFatal`: it cannot go on in this process.
 */
export const startService = async <Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: ServiceConfig,
  onFatal: (cause: Error) => void,
): Promise<RunningService> => {
  const log = logOf(definition.name, config.logLevel);
  if (config.databaseOwnerUrl) await migrate(config.databaseOwnerUrl, migrationsOf(definition));
  const dataSource = await openDatabase({
    url: config.databaseUrl,
    entities: definition.entities,
    applicationName: `crm ${definition.name}`,
    poolSize: config.poolSize,
  });
  const core = assemble(definition, config, dataSource, log, onFatal);
  const graph = await serveGraph(definition, config, core);
  const operations = await startOperationsServer({
    host: config.host,
    port: config.operationsPort,
    registry: core.metrics.registry,
    // Without the broker it still serves, and keeps what is to be said.
    check: async () => {
      const database = await isAnswering(dataSource);
      return { ready: database, parts: { database, events: core.messaging.isRunning() } };
    },
    events: core.messaging.operations,
    log,
  });
  log.info({ url: graph.url, operations: operations.url }, 'ready');

  return {
    url: graph.url,
    operationsUrl: operations.url,
    stop: async () => {
      operations.drain();
      await graph.stop();
      await core.messaging.stop();
      await operations.stop();
      await dataSource.destroy();
    },
  };
};

/** Puts together what serves requests and what reacts to events: both work with the same parts. */
const assemble = <Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: ServiceConfig,
  dataSource: DataSource,
  log: Logger,
  onFatal: (cause: Error) => void,
) => {
  const read = readOn(dataSource);
  const directory = cachedDirectory({
    load: (tenant) => read({ tenant: idOf<'Tenant'>(tenant) }, definition.directoryRows ?? loadDirectoryRows),
    ttlMs: DIRECTORY_TTL_MS,
    clock: systemClock,
  });
  const transact = transactOn(dataSource, (actor, facts) => {
    messaging.nudge();
    if (facts.some(({ aggregate }) => DIRECTORY_AGGREGATES.has(aggregate.type))) directory.invalidate(actor.tenant);
  });
  const metrics = metricsOf(definition.name, () => messaging.operations.lag());
  const wired = definition.wire({ read, transact, clock: systemClock, log });
  const messaging = startMessaging({
    service: definition.name,
    config,
    dataSource,
    subscriptions: allSubscriptions(definition, wired),
    timers: wired.timers ?? [],
    owned: contractsOf(definition.name),
    log,
    metrics,
    onFatal,
  });
  return { directory, metrics, wired, messaging, log };
};

/** What a service hears beside what it asks for: who works here, unless it says so itself; and who is to be erased. */
export const allSubscriptions = <Context extends BaseContext>(
  { name, directoryRows }: ServiceDefinition<Context>,
  { subscriptions, eraseOwn, recordsWith }: Wired<Context>,
): readonly Subscription[] => {
  const receipt = PERSONAL_DATA_RECEIPTS.find(({ owner }) => owner === name);
  const own = { clock: systemClock, ...(eraseOwn && { eraseOwn }), ...(recordsWith && { recordsWith }) };
  return [
    ...(directoryRows ? [] : directorySubscriptions),
    ...(receipt ? [erasureSubscription({ receipt, ...own })] : []),
    ...subscriptions,
  ];
};

const serveGraph = <Context extends BaseContext>(
  { name, schemaFile }: ServiceDefinition<Context>,
  { host, port, introspection, assertionKeys }: ServiceConfig,
  { wired, directory, metrics, log }: ReturnType<typeof assemble<Context>>,
) =>
  startSubgraphServer<Context>({
    typeDefs: parse(readFileSync(schemaFile, 'utf8')),
    resolvers: wired.resolvers,
    host,
    port,
    introspection,
    verify: assertionVerifier({ jwksFile: assertionKeys, audience: name }),
    contextOf: async ({ actor, language }) =>
      wired.contextOf({ actor, access: accessFor(actor, await directory.of(actor.tenant)) }, language),
    logError: (reference, error) => {
      log.error({ reference, err: error }, 'a request failed');
    },
    onAnswer: metrics.answered,
  });
