import fc from 'fast-check';
import kafkajs from 'kafkajs';
import crcOfKafkajs from 'kafkajs/src/protocol/recordBatch/crc32C/index.js';
import groupMessages from 'kafkajs/src/producer/groupMessagesPerPartition.js';
import { type ProduceCall, requests } from 'kafkajs/src/protocol/requests/index.js';

import { crc32c } from './crc32c.ts';
import framed from 'kafkajs/src/protocol/request.js';

import { groupedOnce } from './grouping-patch.ts';
import { partitionOf } from './partition-of.ts';
import { patchProduceEncoding } from './produce-patch.ts';
import { OutgoingMessage, produceRequest } from './produce-request.ts';
import { recordBytes, recordIn } from './record-bytes.ts';

const NOW = 1_763_800_000_000;

describe('what goes over the wire', () => {
  beforeAll(() => jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterAll(() => jest.useRealTimers());

  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 10_000 }));
  const message = fc.record({
    key: fc.uuid(),
    value: fc.option(text),
    headers: fc.dictionary(fc.string({ minLength: 1, maxLength: 80 }), text, { maxKeys: 20, noNullPrototype: true }),
  });
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

  type Message = { readonly key: string; readonly value: string | null; readonly headers: Record<string, string> };
  type Partition = {
    readonly partition: number;
    readonly firstSequence?: number;
    readonly messages: readonly Message[];
  };
  type Call = Omit<ProduceCall, 'topicData'> & {
    readonly topicData: readonly { readonly topic: string; readonly partitions: readonly Partition[] }[];
  };

  const bytesOf = async (each: ProduceCall) =>
    (await requests.Produce.protocol({ version: 7 })(each).request.encode()).buffer;

  /** The same call with records made ready for the wire. */
  const ready = (each: Call): ProduceCall => ({
    ...each,
    topicData: each.topicData.map(({ topic, partitions: its }) => ({
      topic,
      partitions: its.map((one) => ({ ...one, messages: one.messages.map((record) => new OutgoingMessage(record)) })),
    })),
  });

  it('is byte for byte what kafkajs itself would send', async () => {
    await fc.assert(
      fc.asyncProperty(call, async (each) => {
        expect(produceRequest(ready(each), NOW)?.equals(await bytesOf(each))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is a long value, too, and a record of a megabyte', async () => {
    const messages = [
      { key: 'thing', value: 'ä'.repeat(500_000), headers: {} },
      { key: 'thing', value: null, headers: {} },
    ];
    const each = { acks: -1, timeout: 1, topicData: [{ topic: 'crm', partitions: [{ partition: 0, messages }] }] };
    expect(produceRequest(ready(each), NOW)?.equals(await bytesOf(each))).toBe(true);
  });

  it('has its head before it, whatever the client is called, as kafkajs would put it', async () => {
    const plain = requests.Produce.protocol;
    patchProduceEncoding();
    const ours = requests.Produce.protocol;
    await fc.assert(
      fc.asyncProperty(call, fc.string({ maxLength: 400 }), async (each, clientId) => {
        const head = { correlationId: 7, clientId };
        const theirs = await framed({ ...head, request: plain({ version: 7 })(each).request });
        const mine = await framed({ ...head, request: ours({ version: 7 })(ready(each)).request });
        expect(mine.buffer.equals(theirs.buffer)).toBe(true);
        expect(mine.size()).toBe(theirs.size());
      }),
      { numRuns: 60 },
    );
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(message, (record) => {
        expect(recordIn(recordBytes(record))).toEqual(record);
      }),
    );
  });

  it('is grouped by partition as kafkajs would, in the same order', () => {
    const partitioner = ({ message: { key } }: { readonly message: { readonly key: string } }) => key.length % 4;
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.string() })), (messages) => {
        const grouping = { topic: 'crm', partitionMetadata: [{}], partitioner };
        expect(groupMessages({ ...grouping, messages: groupedOnce([...messages]) })).toEqual(
          groupMessages({ ...grouping, messages }),
        );
      }),
    );
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
