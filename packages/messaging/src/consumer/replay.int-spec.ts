import { replayArchive } from '../replay.ts';
import { aContract, aTenant, aThing, changing, eventually, type ThingChanged } from '../stack.builder.ts';
import type { Subscription } from '../subscription.ts';
import type { Consumers } from './consumers.ts';
import { aGroup, aStand, ledgerOf, recordOf, type Stand, viewOf } from './stand.builder.ts';

describe('replay', () => {
  let stand: Stand;

  beforeEach(async () => {
    stand = await aStand();
  });

  afterEach(() => stand.stop());

  it('replays the archive to one group and leaves the others in peace', async () => {
    const promise = aContract();
    const relay = await stand.aRelay();
    const [served, rebuilt] = [aGroup(), aGroup()];
    const seen: string[] = [];
    const watching = (name: string): Subscription<ThingChanged> =>
      viewOf(promise, ({ aggregate }) => {
        seen.push(`${name} ${String(aggregate.version)}`);
      });
    await stand.consumersOf(served, [watching('served')]);
    await stand.consumersOf(rebuilt, [watching('rebuilt')]);
    const [tenant, thing] = [aTenant(), aThing()];
    const change = changing(stand.database, promise, relay.nudge);
    for (let n = 0; n < 3; n += 1) await change(tenant, thing);
    await eventually('both have seen it', () => seen.length === 6);
    await eventually('it is archived', async () => (await relay.lag()).rows === 0);

    const asked = {
      bus: stand.bus,
      dataSource: stand.database.dataSource,
      service: 'spec',
      replayId: 'replay-1',
      aggregateId: thing,
    };
    expect(await replayArchive({ ...asked, dryRun: true })).toEqual({ records: 3 });
    await replayArchive({ ...asked, group: rebuilt });
    await change(tenant, thing);
    await eventually('both have seen the fourth', () => seen.filter((each) => each.endsWith('4')).length === 2);

    expect(seen.filter((each) => each.startsWith('served'))).toHaveLength(4);
    expect(seen.filter((each) => each.startsWith('rebuilt'))).toHaveLength(7);
  });

  it('reads the topics again from the start while it serves, and nothing happens twice', async () => {
    const promise = aContract();
    const consumers: Consumers = await stand.consumersOf(aGroup(), [ledgerOf(promise)]);
    const thing = aThing();
    await stand.bus.publish([recordOf(promise, thing, 1)]);
    await eventually('the effect is there', async () => (await stand.versions(thing)).length === 1);

    await consumers.replay('earliest');
    await stand.bus.publish([recordOf(promise, thing, 2)]);
    await eventually('the next one is there', async () => (await stand.versions(thing)).includes(2));
    expect(await stand.versions(thing)).toEqual([1, 2]);
  });
});
