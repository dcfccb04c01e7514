import { type Result, accept, refuse } from '@crm/kernel';

import { type Stage, aThing, anActor, named, startStage } from './stage.builder.ts';
import { transactOn } from './unit-of-work.ts';

describe('a unit of work', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  const add = (actor: ReturnType<typeof anActor>, id: string, name: string, outcome: 'keep' | 'refuse' | 'throw') =>
    stage.transact(actor, async ({ db, claim, announce }): Promise<Result<number, { kind: 'no' }>> => {
      const at = await claim('thing', id);
      await db.query('insert into thing (id, name) values ($1, $2) on conflict (id) do update set name = $2', [
        id,
        name,
      ]);
      announce(named(at, name));
      if (outcome === 'throw') throw new Error('the power is gone');
      return outcome === 'keep' ? accept(at.version) : refuse({ kind: 'no' });
    });

  const left = (actor: ReturnType<typeof anActor>) =>
    stage.read(actor, async (sql) => ({
      things: (await sql.query<{ name: string }>('select name from thing order by id')).map(({ name }) => name),
      heads: (await sql.query<{ version: number }>('select version from aggregate_head')).map(({ version }) => version),
      facts: (
        await sql.query<{ v: number; payload: string }>(
          'select aggregate_version as v, payload from outbox order by outbox.id',
        )
      ).map(({ v, payload }) => [v, (JSON.parse(payload) as { name: string }).name]),
    }));

  it('keeps a change and the fact of it together', async () => {
    const actor = anActor();
    await expect(add(actor, aThing(), 'chair', 'keep')).resolves.toEqual(accept(1));

    await expect(left(actor)).resolves.toEqual({ things: ['chair'], heads: [1], facts: [[1, 'chair']] });
  });

  it('keeps many facts of one change in the order in which they were announced', async () => {
    const actor = anActor();
    const names = Array.from({ length: 21 }, (_, at) => `chair ${String(at)}`);
    await stage.transact(actor, async ({ claim, announce }) => {
      const at = await claim('thing', aThing());
      announce(...names.map((name) => named(at, name)));
      return accept(null);
    });

    expect((await left(actor)).facts).toEqual(names.map((name) => [1, name]));
  });

  it.each(['refuse', 'throw'] as const)('leaves no trace and no gap when it ends in: %s', async (outcome) => {
    const actor = anActor();
    const id = aThing();
    await add(actor, id, 'first', 'keep');

    await add(actor, id, 'never', outcome).catch((error: unknown) => {
      expect(error).toEqual(new Error('the power is gone'));
    });
    await add(actor, id, 'second', 'keep');

    await expect(left(actor)).resolves.toEqual({
      things: ['second'],
      heads: [2],
      facts: [
        [1, 'first'],
        [2, 'second'],
      ],
    });
  });

  it('numbers the changes of a record without gaps, in the order in which they are kept, however many write at once', async () => {
    const actor = anActor();
    const id = aThing();
    const outcomes = Array.from({ length: 20 }, (_, nth) => (nth % 4 === 3 ? 'refuse' : 'keep'));

    await Promise.all(outcomes.map((outcome, nth) => add(actor, id, `writer ${String(nth)}`, outcome)));

    const { things, heads, facts } = await left(actor);
    expect(heads).toEqual([15]);
    expect(facts.map(([version]) => version)).toEqual(Array.from({ length: 15 }, (_, nth) => nth + 1));
    expect(things).toEqual([facts.at(-1)?.[1]]);
  });

  it('tells everything about a fact that its readers need', async () => {
    const actor = anActor({ subject: 'somebody', causedBy: 'an-event', traceparent: 'a-trace' });
    const id = aThing();
    await add(actor, id, 'chair', 'keep');

    const [row] = await stage.read(actor, (sql) =>
      sql.query<{ payload: string }>(
        `select event_id, lane, topic, type, aggregate_type, aggregate_id, aggregate_version, occurred_at, actor,
                correlation_id, causation_id, traceparent, payload from outbox`,
      ),
    );
    expect(row).toMatchObject({
      topic: 'crm.test.thing.fact.v1',
      type: 'test.thing-named.v1',
      aggregate_type: 'thing',
      aggregate_id: id,
      aggregate_version: 1,
      occurred_at: new Date('2026-11-22T09:30:00Z'),
      actor: 'somebody',
      correlation_id: 'request-1',
      causation_id: 'an-event',
      traceparent: 'a-trace',
    });
    expect(JSON.parse(row?.payload ?? '')).toEqual({
      eventId: (row as { event_id?: string } | undefined)?.event_id,
      tenantId: actor.tenant,
      aggregateId: id,
      aggregateVersion: 1,
      occurredAt: '2026-11-22T09:30:00.000Z',
      name: 'chair',
    });
  });

  it('keeps nothing of a change whose fact breaks its contract', async () => {
    const actor = anActor();
    const broken = stage.transact(actor, async ({ claim, announce }) => {
      const at = await claim('thing', aThing());
      announce({ ...named(at, 'x'), data: { name: 42 as unknown as string } });
      return accept(null);
    });

    await expect(broken).rejects.toThrow('expected string');
    await expect(left(actor)).resolves.toEqual({ things: [], heads: [], facts: [] });
  });

  it('runs again when the database ends a deadlock, and then does what it should', async () => {
    const actor = anActor();
    const [one, other] = [aThing(), aThing()];
    await add(actor, one, 'one', 'keep');
    await add(actor, other, 'other', 'keep');
    let runs = 0;
    let arrived = 0;
    const bothHold = Promise.withResolvers<undefined>();
    const crosswise = (first: string, second: string) =>
      stage.transact(actor, async ({ claim }) => {
        runs += 1;
        await claim('thing', first);
        arrived += 1;
        if (arrived === 2) bothHold.resolve(undefined);
        await bothHold.promise;
        return accept((await claim('thing', second)).version);
      });

    const versions = await Promise.all([crosswise(one, other), crosswise(other, one)]);

    // One side is called off; on a slow machine the database may call off both, one after the other.
    expect(runs).toBeGreaterThanOrEqual(3);
    expect(versions.map((each) => each.ok)).toEqual([true, true]);
    await expect(left(actor)).resolves.toMatchObject({ heads: [3, 3] });
  });

  it('gives up after three runs that the database called off, and on any other error at once', async () => {
    const actor = anActor();
    const failing = async (code: string) => {
      let runs = 0;
      const attempt = stage.transact(actor, async ({ db }) => {
        runs += 1;
        await db.query(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`);
        return accept(null);
      });
      await expect(attempt).rejects.toThrow('no');
      return runs;
    };

    expect([await failing('40001'), await failing('40P01'), await failing('22000')]).toEqual([3, 3, 1]);
  });

  it('tells of what was announced after it is kept, and of nothing that is not', async () => {
    const told: string[][] = [];
    const transact = transactOn(stage.dataSource, (_actor, facts) =>
      told.push(facts.map(({ aggregate }) => aggregate.id)),
    );
    const id = aThing();
    const announcing = (keep: boolean) =>
      transact(anActor(), async ({ claim, announce }) => {
        announce(named(await claim('thing', id), 'x'));
        return keep ? accept(null) : refuse({ kind: 'no' });
      });

    await announcing(false);
    await announcing(true);

    expect(told).toEqual([[id]]);
  });

  it('throws the cause when its connection breaks, and the next one has a sound connection', async () => {
    const actor = anActor();
    const broken = stage.transact(actor, async ({ db }) => {
      await db.query('select pg_terminate_backend(pg_backend_pid())');
      return accept(null);
    });

    await expect(broken).rejects.toThrow(/terminat/i);
    await expect(
      Promise.all(Array.from({ length: 10 }, () => add(actor, aThing(), aThing(), 'keep'))),
    ).resolves.toHaveLength(10);
  });
});
