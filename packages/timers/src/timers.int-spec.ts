import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { accept, idOf, newId, systemActor } from '@crm/kernel';
import { createOutboxSql, migrate, openDatabase, transactOn } from '@crm/persistence';
import { startDatabase } from '@crm/testing';
import { Client } from 'pg';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';

import { cancel, reschedule, schedule } from './timer.ts';
import { createTimersSql } from './timers.sql.ts';
import { startTimers, type TimersOptions } from './timers.ts';

class CreateTimers1 implements MigrationInterface {
  readonly name = 'CreateTimers1763700000000';
  async up(runner: QueryRunner) {
    await runner.query(
      `${createOutboxSql} ${createTimersSql} create table rung (timer text not null, at timestamptz not null default clock_timestamp());`,
    );
  }
  down() {
    return Promise.reject(new Error('There is no way back'));
  }
}

describe('timers', () => {
  let database: Awaited<ReturnType<typeof startDatabase>>;
  let dataSource: DataSource;
  let other: DataSource;
  const running: { stop: () => Promise<void> }[] = [];

  beforeEach(async () => {
    database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, [CreateTimers1]) });
    const open = () => openDatabase({ url: database.appUrl, entities: [], applicationName: 'spec' });
    [dataSource, other] = await Promise.all([open(), open()]);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await Promise.all([dataSource.destroy(), other.destroy()]);
    await database.stop();
  });

  const start = (options: Partial<TimersOptions>) => {
    const timers = startTimers({ dataSource, handlers: [ringing], ...options });
    running.push(timers);
    return timers;
  };

  const tenant = idOf<'Tenant'>(randomUUID());

  const within = async <Value>(work: (db: EntityManager) => Promise<Value>, whose = tenant) => {
    const outcome = await transactOn(dataSource)<Value, never>(systemActor(whose, 'request-1'), async ({ db }) =>
      accept(await work(db)),
    );
    if (!outcome.ok) throw new TypeError('Nothing refuses this');
    return outcome.value;
  };

  const ring = (db: EntityManager, name: string) => db.query('insert into rung (timer) values ($1)', [name]);

  const ringing = {
    kind: 'spec.ring',
    handle: async ({ slot }: { slot: string }, { db }: { db: EntityManager }) => {
      await ring(db, slot);
    },
  };

  const rung = async () =>
    (await dataSource.query<{ timer: string }[]>('select timer from rung order by at')).map(({ timer }) => timer);

  const left = async () => (await within((db) => db.query<object[]>('select 1 from timer'))).length;

  const at = (ms: number) => new Date(Date.now() + ms);

  const aTimer = (slot: string, ms: number) => ({ kind: 'spec.ring', entity: newId('Lead'), slot, dueAt: at(ms) });

  const eventually = async (holds: () => Promise<boolean>) => {
    const deadline = Date.now() + 15_000;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error('Not within 15 s');
      await pause(20);
    }
  };

  it('fires when due, not before, and each tenant’s in that tenant', async () => {
    start({});
    const late = aTimer('late', 700);
    await within((db) => schedule(db, late));
    await within((db) => schedule(db, aTimer('now', -10)), idOf(randomUUID()));

    await eventually(async () => (await rung()).length === 2);
    // What is due at one look may fire in any order.
    expect((await rung()).toSorted()).toEqual(['late', 'now']);
    const [early] = await dataSource.query<object[]>('select 1 from rung where timer = $1 and at < $2', [
      'late',
      late.dueAt,
    ]);
    expect(early).toBeUndefined();
    expect(await left()).toBe(0);
  });

  it('exists only when the change that wanted it was committed', async () => {
    await expect(
      within(async (db) => {
        await schedule(db, aTimer('never', -10));
        throw new Error('The change failed');
      }),
    ).rejects.toThrow('The change failed');
    expect(await left()).toBe(0);
  });

  it('can be moved and taken back while it waits', async () => {
    const [moved, gone] = [aTimer('moved', 60_000), aTimer('gone', 300)];
    await within(async (db) => {
      await schedule(db, moved);
      await schedule(db, gone);
      expect(await reschedule(db, moved, at(-1))).toBe(true);
      expect(await cancel(db, gone)).toBe(true);
      expect(await cancel(db, gone)).toBe(false);
    });
    start({});
    await eventually(async () => (await rung()).length === 1);
    await pause(500);
    expect(await rung()).toEqual(['moved']);
    expect(await within((db) => reschedule(db, moved, at(0)))).toBe(false);
  });

  it('fires once, with two workers at it', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `timer ${String(n)}`);
    await within(async (db) => {
      for (const name of names) await schedule(db, aTimer(name, -10));
    });
    start({ dataSource });
    start({ dataSource: other });

    await eventually(async () => (await left()) === 0);
    expect((await rung()).sort()).toEqual(names.sort());
  });

  it('fires in effect once when a worker dies in the middle of its handler', async () => {
    let deaths = 2;
    start({
      handlers: [
        {
          kind: 'spec.ring',
          handle: async ({ slot }, { db }) => {
            await ring(db, slot);
            if (deaths-- > 0) await db.query('select pg_terminate_backend(pg_backend_pid())');
          },
        },
      ],
    });
    await within((db) => schedule(db, aTimer('survivor', -10)));
    await eventually(async () => (await rung()).length > 0);
    expect(await rung()).toEqual(['survivor']);
    expect(await left()).toBe(0);
  });

  it('tries a failing timer again, lets the others through, and parks it in the end', async () => {
    const failed: boolean[] = [];
    const timers = start({
      handlers: [
        {
          kind: 'spec.ring',
          handle: async ({ slot }, { db }) => {
            await ring(db, slot);
            if (slot === 'bad') throw new TypeError('A bug');
          },
        },
      ],
      metrics: { failed: (_, parked) => failed.push(parked) },
    });
    const bad = aTimer('bad', -10);
    await within(async (db) => {
      await schedule(db, bad);
      await schedule(db, aTimer('good', -5));
    });
    await eventually(async () => (await rung()).length === 1 && failed.length === 1);
    expect(await rung()).toEqual(['good']);

    await within((db) => db.query(`update timer set attempts = 7, next_try_at = clock_timestamp()`));
    timers.nudge();
    await eventually(() => Promise.resolve(failed.length === 2));
    expect(failed).toEqual([false, true]);
    expect(await timers.lag()).toEqual({ due: 0, oldestSeconds: 0, parked: 1 });
  });

  it('shows one tenant nothing of another’s timers', async () => {
    await within((db) => schedule(db, aTimer('mine', 60_000)));
    expect(await within((db) => db.query<object[]>('select 1 from timer'), idOf(randomUUID()))).toEqual([]);
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    expect((await client.query('select 1 from timer')).rows).toEqual([]);
    await client.end();
  });
});
