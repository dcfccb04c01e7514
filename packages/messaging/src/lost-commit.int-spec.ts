import { openDatabase } from '@crm/persistence';
import { type Proxy, startProxy } from '@crm/testing';
import type { DataSource } from 'typeorm';

import { startConsumers } from './consumer/consumers.ts';
import { aGroup, aStand, ledgerOf, recordOf, type Stand } from './consumer/stand.builder.ts';
import { aContract, aTenant, aThing, changing, eventually } from './stack.builder.ts';
import type { Subscription } from './subscription.ts';

const isCommit = (request: Buffer) => request.includes('COMMIT');

describe('a COMMIT whose reply is lost', () => {
  let stand: Stand;
  let network: Proxy;
  let overIt: DataSource;

  beforeEach(async () => {
    stand = await aStand();
    const url = new URL(stand.database.appUrl);
    network = await startProxy({ to: url.host });
    url.port = String(network.port);
    overIt = await openDatabase({ url: url.href, entities: [], applicationName: 'spec', poolSize: 4 });
  });

  afterEach(async () => {
    await overIt.destroy();
    await network.stop();
    await stand.stop();
  });

  const consuming = (subscription: Subscription) =>
    startConsumers({
      bus: stand.bus,
      group: aGroup(),
      subscriptions: [subscription],
      dataSource: overIt,
      onFatal: (cause) => {
        throw cause;
      },
    });

  it('leaves the caller in doubt, and the change published once all the same', async () => {
    const promise = aContract();
    await stand.aRelay();
    await stand.consumersOf(aGroup(), [ledgerOf(promise)]);
    const thing = aThing();
    const change = changing({ ...stand.database, dataSource: overIt }, promise);

    void network.loseReplyTo(isCommit);
    // Who publishes by himself after his commit would publish nothing here.
    await expect(change(aTenant(), thing)).rejects.toThrow();
    await eventually('its effect is there', async () => (await stand.versions(thing)).length > 0);

    expect(await stand.versions(thing)).toEqual([1]);
    expect(await stand.database.asOwner('select 1 from outbox')).toHaveLength(1);
  });

  it('makes a consumer try again, without a second effect', async () => {
    const promise = aContract();
    const consumers = await consuming(ledgerOf(promise));
    const thing = aThing();

    const lost = network.loseReplyTo(isCommit);
    await stand.bus.publish([recordOf(promise, thing, 1)]);
    await lost;
    await stand.bus.publish([recordOf(promise, thing, 2)]);
    await eventually('the second change is there', async () => (await stand.versions(thing)).includes(2));
    await consumers.stop();

    expect(await stand.versions(thing)).toEqual([1, 2]);
    expect(await stand.database.asOwner('select 1 from parked_event')).toEqual([]);
  });

  it('has two effects where nothing notes what was handled: why effects go through the inbox', async () => {
    const promise = aContract();
    const consumers = await consuming({
      to: promise,
      kind: 'projection',
      handle: async ({ aggregate }, { db }) => {
        await db.query(`insert into ledger (thing, version, note) values ($1, $2, '')`, [
          aggregate.id,
          aggregate.version,
        ]);
      },
    });
    const thing = aThing();

    const lost = network.loseReplyTo(isCommit);
    await stand.bus.publish([recordOf(promise, thing, 1)]);
    await lost;
    await eventually('it was handled again', async () => (await stand.versions(thing)).length > 1);
    await consumers.stop();

    expect(await stand.versions(thing)).toEqual([1, 1]);
  });
});
