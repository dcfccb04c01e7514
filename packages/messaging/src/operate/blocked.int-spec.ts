import { randomUUID } from 'node:crypto';

import { type EventBus, RecordRefused } from '../event-bus.ts';
import { startRelay } from '../relay/relay.ts';
import { aBus, aContract, aDatabase, aTenant, aThing, changing, eventually } from '../stack.builder.ts';
import { eventOperations } from './event-operations.ts';

describe('an aggregate whose event the broker refuses', () => {
  it('is named to operators with the cause, and goes on when they let it', async () => {
    const [database, bus] = await Promise.all([aDatabase(), aBus()]);
    const promise = aContract();
    await bus.ensureTopics([{ topic: promise.topic, partitions: 1, replicationFactor: 1, config: {} }]);
    const refusing = { now: true };
    const publish: EventBus['publish'] = (records) =>
      refusing.now ? Promise.reject(new RecordRefused('too large')) : bus.publish(records);
    const fatal = jest.fn();
    const relay = await startRelay({ databaseUrl: database.appUrl, bus: { publish }, service: 'spec', onFatal: fatal });
    const operations = eventOperations({ dataSource: database.dataSource, consumers: () => undefined });
    const thing = aThing();
    try {
      await changing(database, promise, relay.nudge)(aTenant(), thing);
      await eventually('it is blocked', async () => (await operations.blocked()).length === 1);
      expect(await operations.blocked()).toEqual([
        expect.objectContaining({ aggregateId: thing, reason: expect.stringContaining('refuses') as unknown }),
      ]);
      expect((await operations.lag()).outbox).toMatchObject({ rows: 1, blockedAggregates: 1 });

      refusing.now = false;
      expect(await operations.unblock(randomUUID())).toBe(false);
      expect(await operations.unblock(thing)).toBe(true);
      await eventually('it is published', async () => (await operations.lag()).outbox.rows === 0);
      expect(await operations.blocked()).toEqual([]);
      expect(fatal).not.toHaveBeenCalled();
    } finally {
      await relay.stop();
      await bus.close();
      await database.stop();
    }
  });

  it('is let go also when more are blocked than are listed', async () => {
    const database = await aDatabase();
    const operations = eventOperations({ dataSource: database.dataSource, consumers: () => undefined });
    const last = randomUUID();
    try {
      await database.asOwner(`insert into outbox_blocked (aggregate_id, event_id, reason, blocked_at)
        select gen_random_uuid(), gen_random_uuid(), 'too large', now() from generate_series(1, 1000)`);
      await database.asOwner(
        `insert into outbox_blocked (aggregate_id, event_id, reason, blocked_at) values ($1, $1, 'too large', now() + interval '1 s')`,
        [last],
      );
      expect((await operations.blocked()).some(({ aggregateId }) => aggregateId === last)).toBe(false);
      expect(await operations.unblock(last)).toBe(true);
      expect(await operations.unblock(last)).toBe(false);
    } finally {
      await database.stop();
    }
  });
});
