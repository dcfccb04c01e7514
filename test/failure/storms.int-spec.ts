import { fact } from '@crm/contracts';
import { accept, idOf, systemActor } from '@crm/kernel';
import { openDatabase, transactOn } from '@crm/persistence';
import { startBroker } from '@crm/testing';
import { Client } from 'pg';

import { chance } from './commands.ts';
import { unpublished } from './outbox.ts';
import { aStage, type Stage } from './stage.ts';
import { promisesOf } from './thing.ts';

const TENANT = '0a000000-0000-4000-8000-000000000001';
const THINGS = [1, 2, 3].map((at) => `01900000-0000-7000-8000-00000000000${String(at)}`);

describe('nothing is missing, doubled or out of order', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage((await startBroker()).brokers);
    await stage.aProcess(['relay', 'consumers'], { seed: 81 });
  });

  afterEach(() => stage.stop());

  /** Two things in one command, claimed in the order of the asking: what fifty users do so, the database calls deadlocks. */
  const changeBoth = async (transact: ReturnType<typeof transactOn>, pair: readonly string[], note: string) => {
    const { changed, state } = promisesOf(stage.place.topics);
    await transact<null, never>(systemActor(idOf<'Tenant'>(TENANT), 'request-1'), async ({ db, claim, announce }) => {
      for (const thing of pair) {
        const at = await claim('thing', thing);
        await db.query(
          `insert into thing (id, version, note) values ($1, $2, $3)
           on conflict (id) do update set version = excluded.version, note = excluded.note`,
          [thing, at.version, note],
        );
        announce(fact(changed, at, new Date(), { note }), fact(state, at, new Date(), { note }));
      }
      return accept(null);
    });
  };

  it('when fifty writers fight for three aggregates and deadlock', async () => {
    const dataSource = await openDatabase({
      url: stage.place.source,
      entities: [],
      applicationName: 'spec',
      poolSize: 8,
    });
    const transact = transactOn(dataSource);
    const next = chance(82);
    const pairs = Array.from({ length: 50 }, () => {
      const first = Math.floor(next() * 3);
      return [THINGS[first] ?? '', THINGS[(first + 1 + Math.floor(next() * 2)) % 3] ?? ''];
    });
    const outcomes = await Promise.allSettled(
      pairs.map((pair, nth) => changeBoth(transact, pair, `storm-${String(nth)}`)),
    );
    await dataSource.destroy();

    const reasons = outcomes.flatMap((each) => (each.status === 'rejected' ? [reasonOf(each.reason)] : []));
    expect(reasons.length).toBeLessThan(outcomes.length);
    expect(reasons.filter((reason) => !TOO_BUSY.test(reason))).toEqual([]);
    expect(await stage.violations()).toEqual([]);
  });

  it('and nothing waits, while somebody keeps a transaction open in another database', async () => {
    const stranger = new Client({ connectionString: stage.place.target });
    await stranger.connect();
    await stranger.query('begin; select pg_current_xact_id()');
    try {
      await stage.play(83, 80);
      const deadline = Date.now() + 10_000;
      while ((await unpublished(stage.owners.source)).rows > 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await unpublished(stage.owners.source)).toEqual({ rows: 0, blocked: 0 });
      expect(await stage.violations()).toEqual([]);
    } finally {
      await stranger.end();
    }
  });
});

/** A deadlock, for the fourth time; a lock, several locks in turn, or a connection that did not come in time. The user may try again. */
const TOO_BUSY = /^(40P01|55P03|57014|timeout exceeded when trying to connect)$/;

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
};
