import { randomUUID } from 'node:crypto';

import { ensureTopics } from '@crm/messaging';
import { migrate } from '@crm/persistence';
import { startDatabase } from '@crm/testing';
import { Client } from 'pg';

import { type KillPoint, type Part, type Place, startParts } from './parts.ts';
import { type Supervised, supervise } from './processes.ts';
import { aTopicPair, CreateThings1, promisesOf } from './thing.ts';
import { type Excused, violationsOn } from './violations.ts';

type Life = { readonly seed: number; readonly commands?: number; readonly dies?: KillPoint; readonly nth?: number };

/** Two databases and two topics of a scenario's own, and the processes that it starts on them. */
export const aStage = async (brokers: readonly string[]) => {
  const topics = aTopicPair();
  const promises = promisesOf(topics);
  const [source, target] = await Promise.all([
    startDatabase({ migrate: (url) => migrate(url, [CreateThings1]) }),
    startDatabase({ migrate: (url) => migrate(url, [CreateThings1]) }),
    ensureTopics(brokers, [promises.changed, promises.state], { partitions: 2 }),
  ]);
  const owners = { source: await connected(source.ownerUrl), target: await connected(target.ownerUrl) };
  const urls = { source: source.appUrl, target: target.appUrl };
  const place: Place = { ...urls, brokers, topics, group: `spec-${randomUUID()}` };
  const processes: Supervised[] = [];
  return {
    place,
    owners,
    aProcess: async (parts: readonly Part[], { seed, commands = 0, dies, nth = 1 }: Life) => {
      const started = await supervise({ place, parts, seed, commands, die: dies ? { at: dies, nth } : null });
      processes.push(started);
      return started;
    },
    /** Commands from this process, all of them. */
    play: async (seed: number, commands: number) => {
      const user = await startParts({ place, parts: ['commands'], seed, commands, die: null }, { onFatal: fail });
      await user.finished;
      await user.stop();
    },
    violations: async (excused?: Excused) => {
      await eventually(() => processes.every((each) => each.isDone()));
      return violationsOn(place, owners, excused);
    },
    stop: async () => {
      await Promise.all(processes.map((each) => each.stop()));
      await Promise.all([owners.source.end(), owners.target.end()]);
      await Promise.all([source.stop(), target.stop()]);
    },
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
