import { setTimeout as after } from 'node:timers/promises';

import { mayMountDisks, startBroker, startProxy, startSmallDisk } from '@crm/testing';

import { unpublished } from './outbox.ts';
import { aStage } from './stage.ts';

/** Kafka's number for "produce", after the four bytes of the length. */
const isProduce = (request: Buffer) => request.length > 6 && request.readInt16BE(4) === 0;

/** Twice what the client takes to give up, acknowledge what comes next, and append nothing. */
const LONG = 25_000;

/** Longer than a request may take, and than a group keeps a member that says nothing. */
const STANDSTILL = 45_000;
const PATIENCE = 150_000;

type Stops = { readonly stop: () => Promise<unknown> };

/** Ends whatever the scenario has started, the last first, however it went. */
const scenario = (play: (ending: <Started extends Stops>(each: Started) => Started) => Promise<void>) => async () => {
  const started: Stops[] = [];
  try {
    await play((each) => {
      started.push(each);
      return each;
    });
  } finally {
    for (const each of started.reverse()) await each.stop();
  }
};

describe('nothing is missing, doubled or out of order', () => {
  // Side by side: they do little but wait.
  it.concurrent(
    'when the broker’s last answer was lost and it then was away for longer than a client tries',
    scenario(async (ending) => {
      const broker = ending(await startBroker({ own: true }));
      const network = ending(await startProxy({ to: broker.brokers[0] ?? '', announced: true }));
      const between = [`${network.host}:${String(network.port)}`];
      const stage = ending(await aStage(broker.brokers, { network: between }));
      await stage.aProcess(['relay', 'consumers'], { seed: 51 });
      const lost = network.loseReplyTo(isProduce, true);
      const busy = stage.play(51, 120);
      await lost;
      await broker.kill();
      await busy;
      await after(LONG);
      const waiting = await unpublished(stage.owners.source);
      await broker.restart();
      network.restore();

      expect(waiting.rows).toBeGreaterThan(0);
      expect(await stage.violations()).toEqual([]);
    }),
    PATIENCE,
  );

  it.concurrent(
    'when the broker stood still for longer than a request or a member may take, and went on',
    scenario(async (ending) => {
      const broker = ending(await startBroker({ own: true }));
      const stage = ending(await aStage(broker.brokers));
      const service = await stage.aProcess(['relay', 'consumers'], { seed: 54 });
      await stage.play(54, 60);
      const users = await stage.keepBusy(55);
      await users.areServed();
      await broker.freeze();
      await after(STANDSTILL);
      await users.areServed();
      const waiting = await unpublished(stage.owners.source);
      await broker.thaw();
      await users.areServed();
      await users.stop();

      expect(waiting.rows).toBeGreaterThan(0);
      expect(await stage.violations({ cutShort: 1 })).toEqual([]);
      // It was patient, and is the same that it was before.
      expect(service.deaths()).toBe(0);
    }),
    PATIENCE,
  );

  const whereAllowed = mayMountDisks() ? it : it.skip;

  whereAllowed(
    'when the broker’s disk was full (skipped where this process may not mount a small one)',
    scenario(async (ending) => {
      const disk = ending(await startSmallDisk(24));
      const broker = ending(await startBroker({ disk }));
      const stage = ending(await aStage(broker.brokers));
      await stage.aProcess(['relay', 'consumers'], { seed: 52 });
      await stage.play(52, 60);
      await disk.fill();
      await stage.play(53, 200);
      await after(3_000);
      const waiting = await unpublished(stage.owners.source);
      await broker.kill();
      await disk.resize(48);
      await broker.restart();

      expect(waiting.rows).toBeGreaterThan(0);
      expect(await stage.violations()).toEqual([]);
    }),
  );
});
