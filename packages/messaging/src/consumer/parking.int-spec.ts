import { aContract, aThing, eventually } from '../stack.builder.ts';
import { countParked, discardParked, listParked, showParked } from './parking.ts';
import { aGroup, aStand, ledgerOf, recordOf, type Stand } from './stand.builder.ts';

describe('parking', () => {
  let stand: Stand;

  beforeEach(async () => {
    stand = await aStand();
  });

  afterEach(() => stand.stop());

  it('puts a bad event and those behind it aside, goes on with others, and catches up when it is redriven', async () => {
    const promise = aContract();
    const group = aGroup();
    const [bad, good] = [aThing(), aThing()];
    let broken = true;
    const consumers = await stand.consumersOf(group, [
      ledgerOf(promise, ({ aggregate }) => {
        if (broken && aggregate.id === bad && aggregate.version === 2) throw new TypeError('x is not a function');
      }),
    ]);

    await stand.bus.publish([1, 2, 3, 4].flatMap((n) => [recordOf(promise, bad, n), recordOf(promise, good, n)]));
    await eventually('the other aggregate is done', async () => (await stand.versions(good)).length === 4);
    await eventually('two wait behind', async () => (await listParked(stand.database.dataSource)).length === 3);

    expect(await stand.versions(bad)).toEqual([1]);
    const [parked, ...behind] = await listParked(stand.database.dataSource, { consumer: group });
    expect(parked).toMatchObject({ aggregateKey: bad, behind: false, type: promise.type });
    expect(parked?.cause).toMatch(/TypeError/);
    expect(behind.map((each) => each.behind)).toEqual([true, true]);

    expect(await consumers.redrive({ everything: true })).toEqual({ handled: 0, stillParked: 3 });
    broken = false;
    expect(await consumers.redrive({ id: parked?.id ?? '' })).toEqual({ handled: 3, stillParked: 0 });
    await stand.bus.publish([recordOf(promise, bad, 5)]);
    await eventually('the next one is handled as ever', async () => (await stand.versions(bad)).length === 5);
    expect(await stand.versions(bad)).toEqual([1, 2, 3, 4, 5]);
    expect(await countParked(stand.database.dataSource)).toEqual([]);
  });

  it('notes why an event cannot be handled without what it says of somebody, also when it fails again', async () => {
    const promise = aContract();
    const group = aGroup();
    const consumers = await stand.consumersOf(group, [
      ledgerOf(promise, async ({ data }) => {
        await stand.database.dataSource.query('select $1::date', [data?.note]);
      }),
    ]);
    const causes = async () => (await listParked(stand.database.dataSource)).map(({ cause }) => cause);
    const expected = ['QueryFailedError: invalid input syntax for type date: …'];

    await stand.bus.publish([recordOf(promise, aThing(), 1, { value: '{"note":"李伟"}' })]);
    await eventually('it is parked', async () => (await causes()).length === 1);
    expect(await causes()).toEqual(expected);
    expect(await consumers.redrive({ everything: true })).toEqual({ handled: 0, stillParked: 1 });
    expect(await causes()).toEqual(expected);
  });

  it('parks every kind of poison with its cause and stays alive', async () => {
    const promise = aContract();
    const group = aGroup();
    const endless = aThing();
    await stand.consumersOf(group, [
      ledgerOf(promise, ({ aggregate }) => (aggregate.id === endless ? new Promise<void>(() => undefined) : undefined)),
    ]);
    const good = aThing();
    const unreadable = aThing();

    await stand.bus.publish([
      recordOf(promise, unreadable, 1, { value: '{"note":', headers: { ce_tenantid: 'nobody' } }),
      recordOf(promise, aThing(), 1, { value: '{"note": 5}' }),
      recordOf(promise, aThing(), 1, { headers: { ce_type: 'spec.thing-unheard-of.v1' } }),
      recordOf(promise, aThing(), 1, { value: null }),
      recordOf(promise, endless, 1),
      recordOf(promise, good, 1),
    ]);
    await eventually('the good one is handled', async () => (await stand.versions(good)).length === 1);
    await eventually('four are parked', async () => (await listParked(stand.database.dataSource)).length === 4);

    const causes = (await listParked(stand.database.dataSource)).map(({ cause }) => cause).sort();
    expect(causes).toEqual([
      expect.stringContaining('did not end within 500 ms'),
      expect.stringContaining('There is no value'),
      expect.stringContaining('ce_tenantid is not a UUID'),
      expect.stringContaining('spec.thing-changed.v1: note:'),
    ]);
    const [operators] = (await listParked(stand.database.dataSource)).filter(
      ({ aggregateKey }) => aggregateKey === unreadable,
    );
    expect(operators?.tenant).toBe('00000000-0000-0000-0000-000000000000');
    expect((await showParked(stand.database.dataSource, operators?.id ?? ''))?.value?.toString()).toBe('{"note":');
    expect(await discardParked(stand.database.dataSource, operators?.id ?? '')).toBe(true);
    expect(await showParked(stand.database.dataSource, operators?.id ?? '')).toBeNull();
  });
});
