import { randomUUID } from 'node:crypto';

import { migrate } from '@crm/persistence';
import { startDatabase } from '@crm/testing';
import { Pool } from 'pg';

import type { Excused } from './look.ts';
import { type KillPoint, type Part, type Place } from './parts.ts';
import { eventually } from './patience.ts';
import { type Supervised, supervise } from './processes.ts';
import { aTopicPair, CreateThings1 } from './thing.ts';
import { aNotebook } from './told.ts';
import { makeTopics } from './topic.ts';
import { usersOf } from './users.ts';
import { violationsOn } from './violations.ts';
import { waste } from './waste.ts';

type Life = {
  readonly seed: number;
  readonly commands?: number;
  readonly dies?: KillPoint;
  readonly nth?: number;
  readonly leaks?: number;
};

type StageOptions = {
  /** Where the processes find the brokers, when something stands in between. */
  readonly network?: readonly string[];
  /** A superuser's URL, when the databases are to be on a server of the scenario's own. */
  readonly server?: string;
};

/** Two databases and two topics of a scenario's own, and the processes that it starts on them. */
export const aStage = async (brokers: readonly string[], { network = brokers, server }: StageOptions = {}) => {
  const topics = aTopicPair();
  const things = () => startDatabase({ migrate: (url) => migrate(url, [CreateThings1]), server });
  const [source, target] = await Promise.all([things(), things(), makeTopics(brokers, topics)]);
  const owners = { source: connected(source.ownerUrl), target: connected(target.ownerUrl) };
  const group = `spec-${randomUUID()}`;
  const place: Place = { source: source.appUrl, target: target.appUrl, brokers, topics, group };
  const notebook = aNotebook();
  const { processes, noteCommands, told } = notebook;
  return {
    place,
    owners,
    aProcess: async (parts: readonly Part[], { seed, commands = 0, dies, nth = 1, leaks = 0 }: Life) => {
      noteCommands(seed, commands);
      const die = dies ? { at: dies, nth } : null;
      const started = await supervise({ place: { ...place, brokers: network }, parts, seed, commands, die, leaks });
      processes.push(started);
      return started;
    },
    ...usersOf(place, notebook),
    alone: <Value>(work: () => Promise<Value>) => alone(processes, work),
    violations: async (excused: Excused = {}) => {
      await eventually('all commands were tried', () => processes.every((each) => each.isDone()));
      return [...(await violationsOn(place, owners, told(), excused)), ...(await waste(processes))];
    },
    stop: async () => {
      await Promise.all(processes.map((each) => each.stop()));
      await Promise.all([owners.source.end(), owners.target.end()]);
      await Promise.all([source.stop(), target.stop()]);
    },
  };
};

export type Stage = Awaited<ReturnType<typeof aStage>>;

/** All processes of the stage are away while something is done: nobody else leads a lane or reads a partition. */
const alone = async <Value>(processes: readonly Supervised[], work: () => Promise<Value>): Promise<Value> => {
  const others = [...processes];
  await Promise.all(others.map((each) => each.rest()));
  try {
    return await work();
  } finally {
    await Promise.all(others.map((each) => each.wake()));
  }
};

/** One session, opened anew for the check when a fault has ended it. */
const connected = (url: string) =>
  new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 }).on('error', () => undefined);
