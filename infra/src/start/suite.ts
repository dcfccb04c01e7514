import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

import type { DemoPerson } from '../demo/index.ts';
import { writePrivate } from '../issuer/keys.ts';
import type { Minting } from '../issuer/tokens.ts';
import { type SchemaRegistry, startRegistry } from '../registry/registry.ts';
import type { External } from './config.ts';
import { type Part, keepRunning } from './keep-running.ts';
import { GATEWAY_MAIN, type Layout, SERVICES, SUPERGRAPH, servicesThere } from './layout.ts';
import { noteProcesses } from './left-overs.ts';
import { startNode } from './node-program.ts';
import { type Placed, gatewayProgram, routeSupergraph, serviceProgram } from './parts.ts';
import { peopleOf, sampleTokens } from './sample-tokens.ts';
import type { Say } from './say.ts';
import type { Keys, Secrets } from './secrets.ts';
import { type RunningIssuer, type Server, broker, databaseServer, issuer, placeServices } from './servers.ts';
import { type Suite, describeSuite } from './suite-file.ts';
import { createTopics } from './topics.ts';

export type Foundation = {
  readonly layout: Layout;
  readonly external: External;
  readonly secrets: Secrets;
  readonly keys: Keys;
  readonly gatewayPort: number;
  readonly say: Say;
  /** Aborted when the suite is to stop. */
  readonly signal: AbortSignal;
};

/** All that runs, in the order it was started. */
export type Running = {
  readonly foundation: Foundation;
  readonly database: Server;
  readonly broker: Server;
  readonly issuer: RunningIssuer;
  readonly registry: SchemaRegistry;
  readonly placed: readonly Placed[];
  readonly services: ReadonlyMap<string, Part>;
  readonly gateway: Part | null;
  readonly minting: Minting | null;
};

export const brokersOf = (server: Server): readonly string[] => server.address().split(',');

/** The parts that are ours, the first started first. */
export const partsOf = ({ database, broker: kafka, services, gateway }: Running): readonly (Part | null)[] => [
  database.part,
  kafka.part,
  ...services.values(),
  gateway,
];

const timed = async <T>(say: Say, what: string, work: Promise<T>): Promise<T> => {
  const since = Date.now();
  const result = await work;
  say.done(what, since);
  return result;
};

/** The parts as they come up: what has started so far can be stopped, whatever happens to the rest. */
export type Registry = { readonly add: (part: Part | null) => Part | null; readonly changed: () => void };

const start = async (part: Part | null, { add }: Registry, say: Say) => {
  if (add(part)) await timed(say, part?.name ?? '', part?.start() ?? Promise.resolve());
};

/** Database and broker side by side, then what lives in them. */
export const startServers = async (foundation: Foundation, registry: Registry) => {
  const { layout, secrets, external, keys, say, signal } = foundation;
  const talk = { tell: say.note, onChange: registry.changed };
  const database = await databaseServer(layout, secrets, external, talk);
  const kafka = await broker(layout, external, talk);
  const tokens = await issuer(layout, secrets, keys, external);
  const schemas = await startRegistry();
  const names = servicesThere();
  for (const each of SERVICES) if (!names.includes(each)) say.note(`${each} has no program yet: left out`);
  const databases = async () => {
    await start(database.part, registry, say);
    return placeServices(names, { secrets, external, adminUrl: database.address() });
  };
  const topics = async () => {
    await start(kafka.part, registry, say);
    await timed(say, 'topics', createTopics(brokersOf(kafka)));
  };
  const [placing, making] = await Promise.allSettled([databases(), topics()]);
  signal.throwIfAborted();
  if (making.status === 'rejected') throw making.reason;
  if (placing.status === 'rejected') throw placing.reason;
  return { database, broker: kafka, issuer: tokens, registry: schemas, placed: placing.value };
};

/** Every service as a part of its own. */
const serviceParts = (foundation: Foundation, placed: readonly Placed[], kafka: Server, registry: Registry) => {
  const { layout, external, say, signal } = foundation;
  const options = { layout, brokers: brokersOf(kafka), logLevel: external.logLevel, signal };
  const partOf = (each: Placed) =>
    keepRunning({
      name: each.name,
      launch: () => startNode(serviceProgram(each, options)),
      tell: say.note,
      onChange: registry.changed,
    });
  return new Map(placed.map((each) => [each.name, partOf(each)]));
};

/** Writes the supergraph with the services' real addresses; the gateway reads it again when it changes. */
export const writeSupergraph = async (layout: Layout, placed: readonly Placed[]) => {
  await writeFile(layout.supergraph, routeSupergraph(await readFile(SUPERGRAPH, 'utf8'), placed));
};

const gatewayPart = (
  { layout, external, say, signal, gatewayPort: port }: Foundation,
  { issuer, broker: kafka }: Pick<Running, 'issuer' | 'broker'>,
  registry: Registry,
) => {
  if (!existsSync(GATEWAY_MAIN) || !existsSync(SUPERGRAPH)) {
    say.note('there is no gateway or no supergraph yet: left out');
    return null;
  }
  const brokers = brokersOf(kafka);
  const program = gatewayProgram({ layout, brokers, port, issuer: issuer.url, logLevel: external.logLevel, signal });
  return keepRunning({ name: 'gateway', launch: () => startNode(program), tell: say.note, onChange: registry.changed });
};

/** Starts everything in order; resolves when the gateway answers. */
export const startSuite = async (foundation: Foundation, registry: Registry): Promise<Running> => {
  const { say, signal, layout, keys } = foundation;
  const servers = await startServers(foundation, registry);
  const services = serviceParts(foundation, servers.placed, servers.broker, registry);
  const starting = [...services.values()].map((each) => start(each, registry, say));
  const failed = (await Promise.allSettled(starting)).find((each) => each.status === 'rejected');
  signal.throwIfAborted();
  if (failed) throw failed.reason;
  const gateway = gatewayPart(foundation, servers, registry);
  if (gateway) await writeSupergraph(layout, servers.placed);
  await start(gateway, registry, say);
  const minting = servers.issuer.ours ? { issuer: servers.issuer.url, key: keys.issuer } : null;
  return { foundation, ...servers, services, gateway, minting };
};

/** What `.data/suite.json` says just now. */
export const describe = async (running: Running, people?: readonly DemoPerson[]): Promise<Suite> => {
  const { foundation, placed, minting } = running;
  const parts = partsOf(running);
  return describeSuite({
    gatewayPort: foundation.gatewayPort,
    issuer: running.issuer.url,
    registry: running.registry.url,
    brokers: brokersOf(running.broker),
    postgresUrl: running.database.address(),
    services: placed,
    tokens: minting ? await sampleTokens(minting, people ?? (await peopleOf(foundation.layout))) : {},
    pidOf: (name) => parts.find((part) => part?.name === name)?.pid() ?? null,
  });
};

/** Says to scripts where everything is, and to a later start what to clear away. */
export const writeDown = async (running: Running): Promise<Suite> => {
  const { layout } = running.foundation;
  const suite = await describe(running);
  await writePrivate(layout.suite, `${JSON.stringify(suite, null, 2)}\n`);
  const pids = partsOf(running).map((part) => part?.pid() ?? null);
  await noteProcesses(
    layout.processes,
    pids.filter((pid) => pid !== null),
  );
  return suite;
};
