import fc from 'fast-check';
import kafkajs from 'kafkajs';
import crcOfKafkajs from 'kafkajs/src/protocol/recordBatch/crc32C/index.js';
import { requests } from 'kafkajs/src/protocol/requests/index.js';

import { crc32c } from './crc32c.ts';
import { partitionOf } from './partition-of.ts';
import { OutgoingMessage, produceRequest } from './produce-request.ts';

const NOW = 1_763_800_000_000;

describe('what goes over the wire', () => {
  beforeAll(() => jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterAll(() => jest.useRealTimers());

  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 10_000 }));
  const message = fc
    .record({
      key: fc.uuid(),
      value: fc.option(text),
      headers: fc.dictionary(fc.string({ minLength: 1, maxLength: 80 }), text, { maxKeys: 20, noNullPrototype: true }),
    })
    .map((each) => new OutgoingMessage(each));
  const partitions = fc.uniqueArray(
    fc.record({
      partition: fc.nat(11),
      firstSequence: fc.nat(),
      messages: fc.array(message, { minLength: 1, maxLength: 30 }),
    }),
    { selector: ({ partition }) => partition, minLength: 1, maxLength: 4 },
  );
  const call = fc.record({
    acks: fc.constant(-1),
    timeout: fc.nat(),
    compression: fc.constant(0),
    producerId: fc.nat().map(String),
    producerEpoch: fc.nat(1_000),
    topicData: fc.array(fc.record({ topic: fc.string({ minLength: 1, maxLength: 100 }), partitions }), {
      maxLength: 3,
    }),
  });

  it('is byte for byte what kafkajs itself would send', async () => {
    await fc.assert(
      fc.asyncProperty(call, async (each) => {
        const theirs = await requests.Produce.protocol({ version: 7 })(each).request.encode();
        expect(produceRequest(each, NOW)?.equals(theirs.buffer)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is a long value, too, and a record of a megabyte', async () => {
    const messages = [
      new OutgoingMessage({ key: 'thing', value: 'ä'.repeat(500_000), headers: {} }),
      new OutgoingMessage({ key: 'thing', value: null, headers: {} }),
    ];
    const each = { acks: -1, timeout: 1, topicData: [{ topic: 'crm', partitions: [{ partition: 0, messages }] }] };
    const theirs = await requests.Produce.protocol({ version: 7 })(each).request.encode();
    expect(produceRequest(each, NOW)?.equals(theirs.buffer)).toBe(true);
  });

  it('is left to kafkajs when it is not one of our records', () => {
    const each = {
      acks: -1,
      timeout: 1,
      topicData: [{ topic: 'crm', partitions: [{ partition: 0, messages: [{}] }] }],
    };
    expect(produceRequest(each, NOW)).toBeNull();
  });

  it('carries the checksum that brokers compute', () => {
    expect(crc32c(Buffer.from('123456789'), 0, 9)).toBe(0xe3069283);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, from) => {
        const start = Math.min(from, bytes.length);
        expect(crc32c(bytes, start, bytes.length)).toBe(crcOfKafkajs(bytes.subarray(start)));
      }),
    );
  });

  it('goes to the partition that every other client chooses for the key', () => {
    const choose = kafkajs.Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 64 }), (key, count) => {
        const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({
          partitionErrorCode: 0,
          partitionId,
          leader: 1,
          replicas: [1],
          isr: [1],
        }));
        expect(partitionOf(key, count)).toBe(
          choose({ topic: 'crm', partitionMetadata, message: { key, value: null } }),
        );
      }),
    );
  });
});
