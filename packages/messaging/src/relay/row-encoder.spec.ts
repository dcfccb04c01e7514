import fc from 'fast-check';

import { ByteWriter } from '../kafka/byte-writer.ts';
import { type Enveloped, recordOf } from './envelope.ts';
import { Letter } from './letter.ts';
import { createRowEncoder, TAKEN } from './row-encoder.ts';

const HEAD = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

const sized = (bytes: Buffer | null) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes?.length ?? -1);
  return bytes ? Buffer.concat([length, bytes]) : length;
};

/** A row as PostgreSQL's COPY sends it in binary format. */
const copied = (lane: number, id: bigint, fact: Enveloped) => {
  const [columns, laneBytes, idBytes] = [Buffer.alloc(2), Buffer.alloc(2), Buffer.alloc(8)];
  columns.writeInt16BE(2 + TAKEN.length);
  laneBytes.writeInt16BE(lane);
  idBytes.writeBigInt64BE(id);
  const texts = TAKEN.map((field) => (fact[field] === null ? null : Buffer.from(fact[field])));
  return Buffer.concat([columns, ...[laneBytes, idBytes, ...texts].map(sized)]);
};

describe('a row of the outbox', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 3_000 }));
  const fact = fc.record({
    eventId: fc.uuid(),
    tenant: fc.uuid(),
    topic: fc.constant('crm.spec.wall.fact.v1'),
    type: fc.constant('spec.wall-painted.v1'),
    subject: fc.uuid().map((id) => `wall/${id}`),
    aggregateId: fc.uuid(),
    aggregateVersion: fc.nat().map(String),
    occurredAt: fc.constant('2026-11-22T08:00:00.000Z'),
    actor: text,
    correlationId: text,
    causationId: fc.option(fc.uuid()),
    traceparent: fc.option(text),
    payload: fc.option(text),
  });

  it('becomes the record that tells of the fact, whatever texts are in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(), fact), { minLength: 1, maxLength: 5 }), (rows) => {
        const { encode } = createRowEncoder('spec');
        const out = new ByteWriter(16);
        const drafts = rows.map(([lane, id, each], at) => {
          const row = copied(lane, BigInt(id), each);
          return encode(at === 0 ? Buffer.concat([HEAD, row]) : row, out);
        });
        for (const [at, draft] of drafts.entries()) {
          const [lane, id, each] = rows[at] ?? [];
          if (!draft || !each) throw new Error('A row gave no record');
          const { topic, key, value, headers, place } = new Letter(draft, out.bytes);
          expect({ topic, key, value, headers }).toEqual(recordOf(each, 'spec'));
          expect(place).toEqual({ lane, id });
        }
      }),
    );
  });

  it('ends with a trailer that is no row, also when there are none', () => {
    const out = new ByteWriter(16);
    const { encode } = createRowEncoder('spec');
    expect(encode(TRAILER, out)).toBeNull();
    expect(encode(Buffer.concat([HEAD, TRAILER]), out)).toBeNull();
    expect(out.at).toBe(0);
  });

  it('is refused when a part of it is missing', () => {
    fc.assert(
      fc.property(fact, (each) => {
        const row = copied(0, 1n, { ...each, payload: 'whole' });
        const { encode } = createRowEncoder('spec');
        expect(() => encode(row.subarray(0, -1), new ByteWriter(16))).toThrow(RangeError);
      }),
      { numRuns: 5 },
    );
  });
});
