import type { ReceivedRecord } from '@crm/messaging/kafka';
import fc from 'fast-check';

import { createEventLog } from './event-log.ts';
import { eventIdOf, positionOf } from './position.ts';

const TOPIC = 'crm.customer.customer.fact.v1';

const record = (partition: number, offset: number, more: Partial<ReceivedRecord['headers']> = {}): ReceivedRecord => ({
  topic: TOPIC,
  partition,
  offset: String(offset),
  key: `record-${String(partition)}`,
  value: null,
  headers: {
    ce_id: `${String(partition)}-${String(offset)}`,
    ce_tenantid: 'tenant',
    ce_aggregateversion: String(offset + 1),
    ...(more as ReceivedRecord['headers']),
  },
});

const aLog = ({ keepMs = 1_000, keepBytes = 1_000_000, start = [0, 0, 0] } = {}) => {
  const clock = { at: 0 };
  const log = createEventLog({
    keepMs,
    keepBytes,
    now: () => clock.at,
    addressed: () => ({ event: 'told', to: 'recipientId' }),
  });
  log.start(start.map((next, partition) => ({ topic: TOPIC, partition, next: BigInt(next), end: BigInt(next) })));
  const ids = (position: readonly number[]) => log.since(TOPIC, position)?.map(({ event }) => event.eventId) ?? null;
  return { log, clock, ids };
};

describe('the latest events of a topic', () => {
  it('whoever comes back at any place is given exactly what came after, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 }), fc.nat(40), (partitions, cut) => {
        const { log, ids } = aLog();
        const offsets = [0, 0, 0];
        const all = partitions.map((partition) => {
          const offset = offsets[partition] ?? 0;
          offsets[partition] = offset + 1;
          return record(partition, offset);
        });
        const before = all.slice(0, cut).map((each) => log.add(each));
        const position = before.at(-1)?.position ?? [0, 0, 0];
        const after = all.slice(cut);
        for (const each of after) log.add(each);
        const eventId = eventIdOf(TOPIC, position, 'group');
        expect(ids(positionOf(TOPIC, eventId) ?? [])).toEqual(after.map(({ headers }) => headers.ce_id));
      }),
    );
  });

  it('what is too old is forgotten, and who would need it is told so; others go on', () => {
    const { log, clock, ids } = aLog({ keepMs: 1_000 });
    log.add(record(0, 0));
    clock.at = 500;
    log.add(record(1, 0));
    clock.at = 1_200;
    expect(ids([0, 0, 0])).toBeNull();
    expect(ids([1, 0, 0])).toEqual(['1-0']);
    expect(ids([1, 1, 0])).toEqual([]);
  });

  it('no more is kept than there is room for', () => {
    const { log, ids } = aLog({ keepBytes: 5_000 });
    for (let offset = 0; offset < 100; offset += 1) log.add(record(0, offset));
    expect(ids([80, 0, 0])).toBeNull();
    expect(ids([95, 0, 0])).toEqual(['0-95', '0-96', '0-97', '0-98', '0-99']);
  });

  it('an event that the relay published twice is news once', () => {
    const { log } = aLog();
    expect(log.add(record(0, 0))).not.toBeNull();
    expect(log.add(record(0, 1, { ce_id: '0-0' }))).toBeNull();
    expect(log.position(TOPIC)).toEqual([2, 0, 0]);
  });

  it('a record that was sent again to one group, or belongs to nobody, is no news', () => {
    const { log } = aLog();
    expect(log.add(record(0, 0, { replay_group: 'analytics' }))).toBeNull();
    expect(log.add({ ...record(0, 1), key: null })).toBeNull();
    expect(log.add({ ...record(0, 2), headers: {} })).toBeNull();
  });

  it('says for whom an event is, when it is for somebody and says so', () => {
    const { log } = aLog();
    const recipientOf = (offset: number, ce_type: string, value: string | null) =>
      log.add({ ...record(0, offset, { ce_type }), value: value === null ? null : Buffer.from(value) })?.event
        .recipient;
    expect([
      recipientOf(0, 'told', '{"recipientId":"li"}'),
      recipientOf(1, 'read', '{"recipientId":"li"}'),
      recipientOf(2, 'told', '{"recipientId":7}'),
      recipientOf(3, 'told', '{'),
      recipientOf(4, 'told', null),
    ]).toEqual(['li', null, null, null, null]);
  });

  it('is up to date once all that was there at the start has been read', () => {
    const log = createEventLog({ keepMs: 1_000, keepBytes: 1_000, now: () => 0, addressed: () => null });
    expect(log.isCurrent(TOPIC)).toBe(false);
    log.start([{ topic: TOPIC, partition: 0, next: 3n, end: 5n }]);
    log.add(record(0, 3));
    expect(log.isCurrent(TOPIC)).toBe(false);
    log.add(record(0, 4));
    expect(log.isCurrent(TOPIC)).toBe(true);
  });

  it.each(['', '!', 'a'.repeat(5_000), Buffer.from(`${TOPIC}:1,x`).toString('base64url')])(
    'an id that is none is not understood: %.20s',
    (eventId) => {
      expect(positionOf(TOPIC, eventId)).toBeNull();
    },
  );
});
