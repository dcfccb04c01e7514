import { createHash } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

import type { SupergraphManager, SupergraphSdlHook } from '@apollo/gateway';

import type { Log } from '../log.ts';
import type { Metrics, SupergraphRefused } from '../metrics.ts';
import { type NodeOwners, nodeOwnersOf } from '../nodes/owners.ts';
import { type Answerers, answerersIn } from './answerers.ts';
import { boundedCheck } from './bounded-check.ts';
import { CanaryFailed, tryOut } from './canary.ts';
import { createCorpus } from './corpus.ts';
import { type Servable, servable } from './supported.ts';
import { oneAtATime } from './turns.ts';

type Setup = {
  readonly path: string;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'supergraphTaken' | 'supergraphRefused'>;
  /** By stat, not by events: works for mounted volumes and for files replaced by rename alike. */
  readonly watchMs: number;
  /** How many operations in use a new graph must still answer. */
  readonly canaryDocuments: number;
  /** Whether what executes operations keeps what is refused out of them. */
  readonly enforces: boolean;
};
type Supergraph = Servable & { readonly owners: NodeOwners; readonly answerers: Answerers };
type Hooks = Parameters<SupergraphSdlHook>[0];

/** A new graph may name a service that is still starting. */
const RETRY_MS = 2_000;
/** However often and by however many readiness is asked. */
const HEALTH = { everyMs: 500, waitMs: 2_000 };

/**
 * The composed supergraph in a file. A changed file is taken when it can be read, every subgraph in it answers and the
 * operations in use can be planned with it; otherwise the old graph keeps being served, and the log says why. One change
 * at a time.
 */
export const supergraphFile = (setup: Setup) => {
  const { path, enforces, watchMs, canaryDocuments } = setup;
  const { taken, refused } = reporting(setup);
  const corpus = createCorpus();
  let serving: Supergraph = { sdl: '', owners: new Map(), requirements: new Map(), answerers: new Map() };
  let hooks: Hooks | null = null;
  /** The graph whose subgraphs have all answered. */
  let answered = '';

  const takeNew = async () => {
    const next = await readSupergraph(path, enforces);
    if (!hooks || next.sdl === serving.sdl) return;
    await tryOut(next.sdl, corpus.top(canaryDocuments));
    await hooks.healthCheck(next.sdl).catch(notHealthy);
    hooks.update(next.sdl);
    serving = next;
    answered = next.sdl;
    taken(serving);
  };
  const reloads = oneAtATime(RETRY_MS, takeNew, refused);
  const initialize: SupergraphSdlHook = async (options) => {
    hooks = options;
    serving = await readSupergraph(path, enforces);
    watchFile(path, { interval: watchMs, persistent: false }, reloads.ask);
    taken(serving);
    const cleanup = async () => {
      unwatchFile(path, reloads.ask);
      await reloads.stop();
    };
    return { supergraphSdl: serving.sdl, cleanup };
  };
  const check = boundedCheck(async () => {
    const { sdl } = serving;
    if (!hooks || !sdl) throw new Error('no supergraph yet');
    await hooks.healthCheck(sdl);
    answered = sdl;
  }, HEALTH);
  /** Resolves once every subgraph of the graph being served has answered; from then on at once: one outage is no reason to turn everybody away. */
  const health = async () => {
    if (answered === '' || answered !== serving.sdl) await check();
  };
  return { manager: { initialize } satisfies SupergraphManager, health, corpus, ...factsOf(() => serving) };
};

const reporting = ({ path, log, metrics }: Pick<Setup, 'path' | 'log' | 'metrics'>) => ({
  taken: ({ sdl }: Supergraph) => {
    const composition = compositionOf(sdl);
    log.info({ path, composition }, 'supergraph: taken');
    metrics.supergraphTaken(composition);
  },
  refused: (err: unknown, isNews: boolean) => {
    const reason = reasonOf(err);
    if (isNews) log.error({ path, reason, err }, 'supergraph: new file not taken, the old graph stays');
    metrics.supergraphRefused(reason);
  },
});

/** What there is to know of the graph that is being served right now. */
const factsOf = (serving: () => Supergraph) => ({
  owners: () => serving().owners,
  requirements: () => serving().requirements,
  /** The subgraph that answers a field of Query; null when none does. */
  answererOf: (field: string) => serving().answerers.get(field) ?? null,
});

/** Short enough for a label, and equal for equal graphs on every instance. */
const compositionOf = (sdl: string) => createHash('sha256').update(sdl).digest('hex').slice(0, 12);

class NotHealthy extends Error {}

const notHealthy = (cause: unknown) => {
  throw new NotHealthy(cause instanceof Error ? cause.message : String(cause), { cause });
};

const reasonOf = (error: unknown): SupergraphRefused => {
  if (error instanceof CanaryFailed) return 'canary';
  return error instanceof NotHealthy ? 'unhealthy' : 'unusable';
};

export type SupergraphFile = ReturnType<typeof supergraphFile>;

const readSupergraph = async (path: string, enforces: boolean): Promise<Supergraph> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no supergraph at ${path}: compose one with "npm run compose".`, { cause });
  });
  return { ...servable(text, { enforces }), owners: nodeOwnersOf(text), answerers: answerersIn(text) };
};
