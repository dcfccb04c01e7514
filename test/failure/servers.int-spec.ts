import { setTimeout as after } from 'node:timers/promises';

import { startBroker, startDatabaseServer, type TestBroker } from '@crm/testing';

import { eventually } from './patience.ts';
import type { Supervised } from './processes.ts';
import { endSessionsOf } from './sessions.ts';
import { aStage, type Stage } from './stage.ts';

const sendsOf = ({ sends }: Supervised) => sends().flat().length;

/** The service's relay leads and has something to send. */
const toSend = (service: Supervised) => {
  const before = sendsOf(service);
  return eventually('the relay sends', () => sendsOf(service) > before);
};

describe('nothing is missing, doubled or out of order after a server failed', () => {
  let broker: TestBroker;

  beforeAll(async () => {
    broker = await startBroker({ own: true });
  });

  afterAll(() => broker.stop());

  const on = async (stage: Stage, play: (stage: Stage, service: Supervised) => Promise<void>) => {
    try {
      const service = await stage.aProcess(['commands', 'relay', 'consumers'], { seed: 11, commands: 300 });
      await play(stage, service);
    } finally {
      await stage.stop();
    }
  };

  it('every database session was ended under way, three times', async () => {
    await on(await aStage(broker.brokers), async (stage, service) => {
      const users = await stage.keepBusy(12);
      for (let time = 1; time <= 3; time += 1) {
        await toSend(service);
        await endSessionsOf(stage.place.source);
        await endSessionsOf(stage.place.target);
        await users.areServed();
        // Who loses the lanes ends, so that nothing of his arrives after his successor's.
        await eventually('the relay that lost its lanes ends', () => service.deaths() === time);
      }
      await users.stop();

      expect(await stage.violations()).toEqual([]);
      expect(service.deaths()).toBe(3);
    });
  });

  it('the broker was killed and came back', async () => {
    await on(await aStage(broker.brokers), async (stage, service) => {
      const users = await stage.keepBusy(13);
      await toSend(service);
      await broker.kill();
      await users.areServed();
      await broker.restart();
      await users.areServed();
      await users.stop();

      expect(await stage.violations({ cutShort: 1 })).toEqual([]);
    });
  });

  it('the database server crashed, and recovered', async () => {
    const server = await startDatabaseServer();
    try {
      await on(await aStage(broker.brokers, { server: server.url }), async (stage, service) => {
        const users = await stage.keepBusy(14);
        await toSend(service);
        await server.crash();
        await after(1_000);
        await server.restart();
        await users.areServed();
        await toSend(service);
        // The relay does not wait until the disk has its marks: what it sent a moment before the crash, it sends again.
        const unmarked = service.sends().slice(0, service.deaths()).flat();
        await users.stop();

        expect(service.deaths()).toBeGreaterThan(0);
        expect(await stage.violations({ unmarked: unmarked.reduce((sum, each) => sum + each, 0) })).toEqual([]);
      });
    } finally {
      await server.stop();
    }
  });
});
