import { setTimeout as after } from 'node:timers/promises';

import { mayMountDisks, startBroker, startProxy, startSmallDisk } from '@crm/testing';

import { unpublished } from './outbox.ts';
import { aStage } from './stage.ts';

/** Kafka's number for "produce", after the four bytes of the length. */
const isProduce = (request: Buffer) => request.length > 6 && request.readInt16BE(4) === 0;

/** Twice what the client takes to give up, acknowledge what comes next, and append nothing. */
const LONG = 25_000;

describe('nothing is missing, doubled or out of order', () => {
  const started: { readonly stop: () => Promise<unknown> }[] = [];
  const ending = <Started extends { readonly stop: () => Promise<unknown> }>(each: Started): Started => {
    started.push(each);
    return each;
  };

  afterEach(async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  });

  it('when the broker’s last answer was lost and it then was away for longer than a client tries', async () => {
    const broker = ending(await startBroker({ own: true }));
    const network = ending(await startProxy({ to: broker.brokers[0] ?? '', announced: true }));
    const stage = ending(await aStage(broker.brokers, [`${network.host}:${String(network.port)}`]));
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
  });

  const whereAllowed = mayMountDisks() ? it : it.skip;

  whereAllowed('when the broker’s disk was full (skipped where this process may not mount a small one)', async () => {
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
  });
});
