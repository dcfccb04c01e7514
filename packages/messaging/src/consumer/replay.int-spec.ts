import { setTimeout as after } from 'node:timers/promises';

import { replayArchive } from '../replay.ts';
import { aContract, aTenant, aThing, changing, eventually, type ThingChanged } from '../stack.builder.ts';
import type { Subscription } from '../subscription.ts';
import type { Consumers } from './consumers.ts';
import { requestReplay } from './replay-requests.ts';
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

  describe('of a service that runs as two instances', () => {
    const view = async () =>
      stand.database.asOwner<{ thing: string; version: number }>(
        'select thing, version from thing_view order by thing',
      );

    it('fills a read model again while events come, without a gap, and no effect happens twice', async () => {
      const promise = aContract();
      const group = aGroup();
      const things = Array.from({ length: 6 }, () => aThing()).sort();
      const subscriptions = [viewOf(promise), ledgerOf(promise)];
      const [one, other] = [
        await stand.consumersOf(group, subscriptions),
        await stand.consumersOf(group, subscriptions),
      ];
      for (const thing of things) await stand.bus.publish([recordOf(promise, thing, 1)]);
      await eventually('the read model is full', async () => (await view()).length === 6);

      await stand.database.asOwner('truncate thing_view');
      let version = 2;
      const load = setInterval(() => {
        const latest = version++;
        void stand.bus.publish(things.slice(0, 3).map((thing) => recordOf(promise, thing, latest)));
      }, 100);
      await Promise.all([one.replay('earliest'), other.lag()]);
      await after(500);
      clearInterval(load);
      const last = version - 1;
      const whole = things.map((thing, at) => ({ thing, version: at < 3 ? last : 1 }));
      await eventually('it is whole again', async () => JSON.stringify(await view()) === JSON.stringify(whole));
      await eventually('nothing is left', async () => (await one.lag()).every(({ lag }) => lag === 0));
      for (const { thing, version: top } of whole) {
        expect((await stand.versions(thing)).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: top }, (_, at) => at + 1),
        );
      }
    });

    it('is done after all when whoever was asked for it died', async () => {
      const promise = aContract();
      const group = aGroup();
      const first = await stand.consumersOf(group, [viewOf(promise)]);
      await stand.bus.publish([recordOf(promise, aThing(), 1)]);
      await eventually('the read model is full', async () => (await view()).length === 1);
      await first.stop();
      await stand.database.asOwner('truncate thing_view');

      await requestReplay(stand.database.dataSource, group, 'earliest');
      await stand.consumersOf(group, [viewOf(promise)]);
      await eventually('it is full again', async () => (await view()).length === 1);
    });

    it('is not done, and says so, while somebody stays in the group; the service goes on hearing', async () => {
      const promise = aContract();
      const group = aGroup();
      const consumers = await stand.consumersOf(group, [viewOf(promise)]);
      const stays = await stand.bus.consume({
        groupId: group,
        topics: [promise.topic],
        fromBeginning: true,
        onBatch: () => Promise.resolve(),
        onFatal: () => undefined,
      });

      await expect(consumers.replay('earliest')).rejects.toThrow('still running');
      await stays.stop();
      await stand.bus.publish([recordOf(promise, aThing(), 1)]);
      await eventually('it hears', async () => (await view()).length === 1);
    });
  });
});
