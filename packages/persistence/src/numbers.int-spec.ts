import { accept, refuse } from '@crm/kernel';

import { sqlOf } from './data-source.ts';
import { nextNumber } from './numbers.ts';
import { type Stage, aThing, anActor, startStage } from './stage.builder.ts';
import { refuseTaken } from './unique.ts';

type Actor = ReturnType<typeof anActor>;

describe('human numbers', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  const take = (actor: Actor, keep = true, range = 'C') =>
    stage.transact(actor, async ({ db }) => {
      const number = await nextNumber(sqlOf(db), range);
      return keep ? accept(number) : refuse({ kind: 'no', number });
    });
  const given = (decisions: readonly Awaited<ReturnType<typeof take>>[]) =>
    decisions.flatMap((each) => (each.ok ? [each.value] : [])).sort((a, b) => a - b);

  it('have no gaps and no repeats when many are taken at once and some given back', async () => {
    const actor = anActor();
    const decisions = await Promise.all(Array.from({ length: 24 }, (_, nth) => take(actor, nth % 3 > 0)));

    expect(given(decisions)).toEqual(Array.from({ length: 16 }, (_, nth) => nth + 1));
  });

  it('count by tenant and by range', async () => {
    const [one, other] = [anActor(), anActor()];

    expect(given([await take(one), await take(one), await take(other), await take(one, true, 'Q')])).toEqual([
      1, 1, 1, 2,
    ]);
  });
});

describe('a value that only one record may have', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  const add = (actor: Actor, id: string, name: string) =>
    stage
      .transact(actor, async ({ db }) =>
        accept(await db.query('insert into thing (id, name) values ($1, $2)', [id, name])),
      )
      .catch(refuseTaken({ thing_name: ['input', 'name'] }));

  it('is given to one of two who come at once, and refused to the other by name', async () => {
    const actor = anActor();
    const answers = await Promise.all([add(actor, aThing(), 'chair'), add(actor, aThing(), 'chair')]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([refuse({ kind: 'taken', path: ['input', 'name'] })]);
    await expect(add(anActor(), aThing(), 'chair')).resolves.toMatchObject({ ok: true });
  });

  it('is not confused with any other breach', async () => {
    const actor = anActor();
    const id = aThing();
    await add(actor, id, 'one');

    await expect(add(actor, id, 'other')).rejects.toThrow('thing_pkey');
    expect(() => refuseTaken({})(new Error('no'))).toThrow('no');
  });
});
