import { randomUUID } from 'node:crypto';

import { ensureTopics } from '@crm/messaging';
import { migrate } from '@crm/persistence';
import { startDatabase } from '@crm/testing';
import { Client } from 'pg';

import { commandsOf } from './commands.ts';
import type { Excused, Told } from './look.ts';
import { type KillPoint, type Part, type Place, startParts } from './parts.ts';
import { type Supervised, supervise } from './processes.ts';
import { type Acknowledged, aTopicPair, CreateThings1, promisesOf } from './thing.ts';
import { violationsOn } from './violations.ts';

type Life = { readonly seed: number; readonly commands?: number; readonly dies?: KillPoint; readonly nth?: number };

/**
 * Two databases and two topics of a scenario's own, and the processes that it starts on them. `network`: where those
 * processes find the brokers, when something stands in between.
 */
export const aStage = async (brokers: readonly string[], network: readonly string[] = brokers) => {
  const topics = aTopicPair();
  const [source, target] = await Promise.all([
    startDatabase({ migrate: (url) => migrate(url, [CreateThings1]) }),
    startDatabase({ migrate: (url) => migrate(url, [CreateThings1]) }),
    ensureTopics(brokers, Object.values(promisesOf(topics)), { partitions: 2 }),
  ]);
  const owners = { source: await connected(source.ownerUrl), target: await connected(target.ownerUrl) };
  const group = `spec-${randomUUID()}`;
  const place: Place = { source: source.appUrl, target: target.appUrl, brokers, topics, group };
  const { processes, told, noteCommands, tell } = aNotebook();
  return {
    place,
    owners,
    aProcess: async (parts: readonly Part[], { seed, commands = 0, dies, nth = 1 }: Life) => {
      noteCommands(seed, commands);
      const die = dies ? { at: dies, nth } : null;
      const started = await supervise({ place: { ...place, brokers: network }, parts, seed, commands, die });
      processes.push(started);
      return started;
    },
    /** Commands from this process, all of them. */
    play: async (seed: number, commands: number) => {
      noteCommands(seed, commands);
      const plan = { place, parts: ['commands'], seed, commands, die: null } as const;
      const user = await startParts(plan, { onFatal: fail, onAcknowledged: tell });
      await user.finished;
      await user.stop();
    },
    violations: async (excused: Excused = {}) => {
      await eventually(() => processes.every((each) => each.isDone()));
      return violationsOn(place, owners, told(), excused);
    },
    stop: async () => {
      await Promise.all(processes.map((each) => each.stop()));
      await Promise.all([owners.source.end(), owners.target.end()]);
      await Promise.all([source.stop(), target.stop()]);
    },
  };
};

/** What a scenario knows that no table does. */
const aNotebook = () => {
  const processes: Supervised[] = [];
  const acknowledged: Acknowledged[] = [];
  const refused = new Set<string>();
  return {
    processes,
    tell: (what: Acknowledged) => {
      acknowledged.push(what);
    },
    noteCommands: (seed: number, commands: number) => {
      for (const { fails, note } of commandsOf(seed, commands)) if (fails) refused.add(note);
    },
    told: (): Told => ({
      acknowledged: [...acknowledged, ...processes.flatMap((each) => each.acknowledged())],
      refused,
      relayDeaths: processes.reduce((sum, { parts, deaths }) => sum + (parts.includes('relay') ? deaths() : 0), 0),
    }),
  };
};

export type Stage = Awaited<ReturnType<typeof aStage>>;

const eventually = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 25));
};

const fail = (cause: Error) => {
  throw cause;
};

const connected = async (url: string) => {
  const client = new Client({ connectionString: url });
  // Scenarios end sessions; the owner's own is opened anew for the check.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
