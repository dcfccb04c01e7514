import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

import type { SupergraphManager, SupergraphSdlHook } from '@apollo/gateway';

import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type NodeOwners, nodeOwnersOf } from '../nodes/owners.ts';
import { type Answerers, answerersIn } from './answerers.ts';
import { type Servable, servable } from './supported.ts';
import { oneAtATime } from './turns.ts';

type Setup = {
  readonly path: string;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'supergraphTaken' | 'supergraphRefused'>;
  /** Whether what executes operations keeps what is refused out of them. */
  readonly enforces: boolean;
};
type Supergraph = Servable & { readonly owners: NodeOwners; readonly answerers: Answerers };
type Hooks = Parameters<SupergraphSdlHook>[0];

/** By stat, not by events: works for mounted volumes and for files replaced by rename alike. */
const WATCH_MS = 500;
/** A new graph may name a service that is still starting. */
const RETRY_MS = 2_000;

/**
 * The composed supergraph in a file. A changed file is taken when it can be read and planned with and every subgraph
 * in it answers; otherwise the old graph keeps being served, and the log says why. One change at a time.
 */
export const supergraphFile = ({ path, log, metrics, enforces }: Setup) => {
  let serving: Supergraph = { sdl: '', owners: new Map(), requirements: new Map(), answerers: new Map() };
  let hooks: Hooks | null = null;
  /** The graph whose subgraphs have all answered. */
  let answered = '';

  const takeNew = async () => {
    const next = await readSupergraph(path, enforces);
    if (!hooks || next.sdl === serving.sdl) return;
    await hooks.healthCheck(next.sdl);
    hooks.update(next.sdl);
    serving = next;
    answered = next.sdl;
    log.info({ path }, 'supergraph: new file taken');
    metrics.supergraphTaken();
  };
  const reloads = oneAtATime(RETRY_MS, takeNew, (err, isNews) => {
    if (isNews) log.error({ path, err }, 'supergraph: new file not taken, the old graph stays');
    metrics.supergraphRefused();
  });
  const initialize: SupergraphSdlHook = async (options) => {
    hooks = options;
    serving = await readSupergraph(path, enforces);
    watchFile(path, { interval: WATCH_MS, persistent: false }, reloads.ask);
    metrics.supergraphTaken();
    const cleanup = async () => {
      unwatchFile(path, reloads.ask);
      await reloads.stop();
    };
    return { supergraphSdl: serving.sdl, cleanup };
  };
  /** Resolves once every subgraph of the graph being served has answered; from then on at once. */
  const health = async () => {
    const { sdl } = serving;
    if (!hooks || !sdl) throw new Error('no supergraph yet');
    if (answered === sdl) return;
    await hooks.healthCheck(sdl);
    answered = sdl;
  };
  const manager: SupergraphManager = { initialize };
  return { manager, health, ...factsOf(() => serving) };
};

/** What there is to know of the graph that is being served right now. */
const factsOf = (serving: () => Supergraph) => ({
  owners: () => serving().owners,
  requirements: () => serving().requirements,
  /** The subgraph that answers a field of Query; null when none does. */
  answererOf: (field: string) => serving().answerers.get(field) ?? null,
});

export type SupergraphFile = ReturnType<typeof supergraphFile>;

const readSupergraph = async (path: string, enforces: boolean): Promise<Supergraph> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no supergraph at ${path}: compose one with "npm run compose".`, { cause });
  });
  return { ...servable(text, { enforces }), owners: nodeOwnersOf(text), answerers: answerersIn(text) };
};
