import fc from 'fast-check';

import { type KafkaRecord, RecordRefused } from '../event-bus.ts';
import { noLog } from '../log.ts';
import { nextPerLane, requestsOf } from './batches.ts';
import { createDrain } from './drain.ts';
import { recordBytes } from '../kafka/record-bytes.ts';
import { type Enveloped, recordOf } from './envelope.ts';
import { Letter } from './letter.ts';
import { createAlarm, nextPause } from './pace.ts';
import type { Take } from './session.ts';

const fact = (id: number, aggregate: string, payload: string | null = '{}'): Enveloped => ({
  eventId: `event-${String(id)}`,
  tenant: 'tenant-1',
  topic: 'crm.spec.wall.fact.v1',
  type: 'spec.wall-painted.v1',
  subject: `wall/${aggregate}`,
  aggregateId: aggregate,
  aggregateVersion: String(id),
  occurredAt: '2026-11-22T08:00:00.000Z',
  actor: 'ann',
  correlationId: 'request-1',
  causationId: null,
  traceparent: null,
  payload,
});

const letter = (id: number, aggregate: string, payload = '{}'): Letter => {
  const { bytes, from, to } = recordBytes(recordOf(fact(id, aggregate, payload), 'spec'));
  const { topic, aggregateId: key, eventId, type } = fact(id, aggregate);
  return new Letter({ place: { lane: 0, id }, topic, key, eventId, type, from, to }, bytes);
};

/** An outbox in memory: what is not marked is taken again, unless its aggregate is blocked. */
const anOutbox = (letters: readonly Letter[]) => {
  const marked = new Set<number>();
  const blocked = new Set<string>();
  return {
    marked,
    blocked,
    session: {
      take: ({ skip, perLane }: Take) =>
        Promise.resolve(
          letters
            .filter(({ place: { id }, key }) => !marked.has(id) && !skip.includes(id) && !blocked.has(key))
            .slice(0, perLane),
        ),
      mark: (sent: readonly Letter[]) => {
        for (const { place } of sent) marked.add(place.id);
        return Promise.resolve();
      },
      block: ({ key }: Letter) => {
        blocked.add(key);
        return Promise.resolve();
      },
    },
  };
};

const always = () => true;

describe('draining the outbox', () => {
  it('keeps every aggregate’s order and loses nothing, whatever the broker rejects and whenever', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 1_500 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        async (aggregates, luck) => {
          const rows = aggregates.map((aggregate, at) => letter(at + 1, `wall-${String(aggregate)}`));
          const outbox = anOutbox(rows);
          const topic: KafkaRecord[] = [];
          const publish = (records: readonly KafkaRecord[]) => {
            const mood = Number(luck.next().value);
            if (mood > 0) topic.push(...records);
            return mood > 1 ? Promise.resolve() : Promise.reject(new Error('The reply was lost'));
          };
          const drain = createDrain({
            ...outbox,
            bus: { publish },
            log: noLog,
            rest: () => Promise.resolve(),
          });
          while (outbox.marked.size < rows.length) await drain([0], always);

          for (const aggregate of new Set(rows.map(({ key }) => key))) {
            const seen = topic
              .filter(({ key }) => key === aggregate)
              .map(({ headers }) => Number(headers['ce_sequence']));
            const firsts = [...new Set(seen)];
            expect(firsts).toEqual(rows.filter(({ key }) => key === aggregate).map(({ place }) => place.id));
          }
        },
      ),
      { numRuns: 40 },
    ));

  it('lets nothing of a refused aggregate go before what was refused, however much was read ahead', async () => {
    // More than one request, and more than one reading.
    const rows = Array.from({ length: 1_300 }, (_, at) => letter(at + 1, `wall-${String(at % 3)}`, 'x'.repeat(3_000)));
    const outbox = anOutbox(rows);
    const topic: KafkaRecord[] = [];
    let isRefusing = true;
    const publish = (records: readonly KafkaRecord[]) => {
      const isRefused = isRefusing && records.some(({ headers }) => headers['ce_id'] === 'event-5');
      if (isRefused) return Promise.reject(new RecordRefused());
      topic.push(...records);
      return Promise.resolve();
    };
    const drain = createDrain({ ...outbox, bus: { publish }, log: noLog });
    for (let round = 0; round < 4; round += 1) await drain([0], always);
    expect([...outbox.blocked]).toEqual(['wall-1']);

    isRefusing = false;
    outbox.blocked.clear();
    while (outbox.marked.size < rows.length) await drain([0], always);
    for (const wall of ['wall-0', 'wall-1', 'wall-2']) {
      const told = topic.filter(({ key }) => key === wall).map(({ headers }) => Number(headers['ce_sequence']));
      expect(told).toEqual(rows.filter(({ key }) => key === wall).map(({ place }) => place.id));
    }
  });

  it('stops the aggregate whose record the broker refuses, and no other', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => letter(at + 1, `wall-${String(at % 3)}`));
    const outbox = anOutbox(rows);
    const topic: KafkaRecord[] = [];
    const publish = (records: readonly KafkaRecord[]) => {
      if (records.some(({ headers }) => headers['ce_id'] === 'event-5')) return Promise.reject(new RecordRefused());
      topic.push(...records);
      return Promise.resolve();
    };
    const drain = createDrain({ ...outbox, bus: { publish }, log: noLog });
    await drain([0], always);

    expect([...outbox.blocked]).toEqual(['wall-1']);
    expect(outbox.marked.size).toBe(41);
    expect(topic.filter(({ key }) => key === 'wall-1').map(({ headers }) => headers['ce_id'])).toEqual(['event-2']);
  });
});

describe('requests', () => {
  it('are never too large for the broker, and keep the order', () => {
    const records = Array.from({ length: 9 }, (_, at) => recordOf(fact(at, 'wall', 'x'.repeat(300_000)), 'spec'));
    const requests = requestsOf(records);
    expect(requests.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(requests.flat()).toEqual(records);
    expect(requestsOf([])).toEqual([]);
  });

  it('hold fewer rows when rows are large', () => {
    expect(nextPerLane([], 4)).toBe(500);
    expect(nextPerLane([{ value: '{}' }], 4)).toBe(500);
    expect(nextPerLane([{ value: 'x'.repeat(100_000) }], 4)).toBe(19);
    expect(nextPerLane([{ value: 'x'.repeat(900_000) }], 4)).toBe(10);
  });
});

describe('the relay’s pace', () => {
  it('pauses also when there was never anything to send', () => {
    expect([nextPause(0, 0), nextPause(0, 20)]).toEqual([20, 40]);
  });

  it('is quick after work and slows down to four looks a second', () => {
    const pauses = [nextPause(3, 250)];
    for (let n = 0; n < 5; n += 1) pauses.push(nextPause(0, pauses.at(-1) ?? 0));
    expect(pauses).toEqual([20, 40, 80, 160, 250, 250]);
  });

  it('is broken by a nudge, also one that came while it was at work', async () => {
    const alarm = createAlarm();
    alarm.ring();
    await alarm.sleep(60_000);
    const sleeping = alarm.sleep(60_000);
    alarm.ring();
    await sleeping;
  });
});
