import { accept, refuse } from '@crm/kernel';

import { IDEMPOTENCY_HOURS, once } from './idempotency.ts';
import { type Stage, aThing, anActor, startStage } from './stage.builder.ts';

type Actor = ReturnType<typeof anActor>;

describe('a command that may be repeated', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  const buy = (actor: Actor, key: string | null, input: unknown = { n: 1 }, operation = 'buy') =>
    stage.transact(actor, async (work) =>
      once(work, { operation, key, input }, async () => {
        const id = aThing();
        await work.db.query('insert into thing (id, name) values ($1, $2)', [id, id]);
        return accept({ id });
      }),
    );

  const bought = async (actor: Actor) => {
    const rows = await stage.read(actor, (sql) => sql.query<{ id: string }>('select id from thing'));
    return rows.map(({ id }) => id);
  };

  it('happens once for one key, and answers the same again', async () => {
    const actor = anActor();
    const first = await buy(actor, 'k', { a: 1, b: { c: [1, 2], d: null } });
    const again = await buy(actor, 'k', { b: { d: null, c: [1, 2], e: undefined }, a: 1 });

    expect(again).toEqual(first);
    await expect(bought(actor)).resolves.toEqual([first.ok && first.value.id]);
  });

  it('happens once when ten say it at the same time, and all hear the same', async () => {
    const actor = anActor();
    const answers = await Promise.all(Array.from({ length: 10 }, () => buy(actor, 'k')));

    expect(await bought(actor)).toHaveLength(1);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
  });

  it('is refused when the key is used for another input', async () => {
    const actor = anActor();
    await buy(actor, 'k', { n: 1 });

    await expect(buy(actor, 'k', { n: 2 })).resolves.toEqual(refuse({ kind: 'idempotency-key-reused' }));
    await expect(buy(actor, 'k', [1, 2])).resolves.toEqual(refuse({ kind: 'idempotency-key-reused' }));
    await expect(bought(actor)).resolves.toHaveLength(1);
  });

  it('belongs to one person, one operation and one tenant', async () => {
    const actor = anActor({ subject: 'one' });
    await buy(actor, 'k');
    await buy({ ...actor, subject: 'other' }, 'k', { n: 2 });
    await buy(actor, 'k', { n: 3 }, 'sell');
    const elsewhere = anActor({ subject: 'one' });
    await buy(elsewhere, 'k', { n: 4 });

    await expect(bought(actor)).resolves.toHaveLength(3);
    await expect(bought(elsewhere)).resolves.toHaveLength(1);
  });

  it('simply happens, each time, without a key', async () => {
    const actor = anActor();
    await buy(actor, null);
    await buy(actor, null);

    await expect(bought(actor)).resolves.toHaveLength(2);
  });

  it.each(['refused', 'thrown'] as const)('may be said again with another input after it was %s', async (outcome) => {
    const actor = anActor();
    const failing = stage.transact(actor, (work) =>
      once(work, { operation: 'buy', key: 'k', input: { n: 1 } }, () =>
        outcome === 'refused' ? Promise.resolve(refuse({ kind: 'no' })) : Promise.reject(new Error('no')),
      ),
    );
    await failing.catch(() => undefined);

    await expect(buy(actor, 'k', { n: 2 })).resolves.toMatchObject({ ok: true });
  });

  it('is forgotten after a day', async () => {
    const actor = anActor();
    const age = (hours: number) =>
      stage.transact(actor, async ({ db }) =>
        accept(
          await db.query('update idempotency_key set created_at = clock_timestamp() - make_interval(mins => $1)', [
            hours * 60 - 1,
          ]),
        ),
      );
    await buy(actor, 'k', { n: 1 });
    await age(IDEMPOTENCY_HOURS);
    await expect(buy(actor, 'k', { n: 2 })).resolves.toMatchObject({ ok: false });

    await age(IDEMPOTENCY_HOURS + 1);
    const second = await buy(actor, 'k', { n: 2 });

    expect(second.ok).toBe(true);
    await expect(buy(actor, 'k', { n: 2 })).resolves.toEqual(second);
  });
});
