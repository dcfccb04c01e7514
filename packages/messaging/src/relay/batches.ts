import type { KafkaRecord } from '../event-bus.ts';

/** The broker takes 1 MiB per topic partition and request; all records of a topic may meet in one partition. */
const MAX_TOPIC_BYTES = 1_000_000;

/** Headers, lengths and checksums of one record, about, and what is around it when its bytes are known. */
const ENVELOPE_BYTES = 900;
const FRAME_BYTES = 16;

/** Rows of a lane read at once, at most and at least. */
const PER_LANE = { most: 500, least: 10 } as const;

/** What one read should bring into memory, about. */
const READ_BYTES = 8_000_000;

const bytesOf = (record: Pick<KafkaRecord, 'value' | 'encoded'>) => {
  if (record.encoded) return FRAME_BYTES + record.encoded.to - record.encoded.from;
  return ENVELOPE_BYTES + (record.value ? Buffer.byteLength(record.value) : 0);
};

/** Cuts records into requests that the broker can take, without changing their order. */
export const requestsOf = <Item extends KafkaRecord>(records: readonly Item[]): Item[][] => {
  const requests: Item[][] = [];
  let request: Item[] = [];
  let bytes = new Map<string, number>();
  for (const record of records) {
    const topicBytes = (bytes.get(record.topic) ?? 0) + bytesOf(record);
    if (topicBytes > MAX_TOPIC_BYTES && request.length > 0) {
      requests.push(request);
      request = [];
      bytes = new Map([[record.topic, bytesOf(record)]]);
    } else {
      bytes.set(record.topic, topicBytes);
    }
    request.push(record);
  }
  return request.length > 0 ? [...requests, request] : requests;
};

/** How many rows of each lane to read next, judged by the size of those read last. */
export const nextPerLane = (last: readonly Pick<KafkaRecord, 'value' | 'encoded'>[], lanes: number) => {
  if (last.length === 0) return PER_LANE.most;
  const average = last.reduce((sum, record) => sum + bytesOf(record), 0) / last.length;
  return Math.max(PER_LANE.least, Math.min(PER_LANE.most, Math.floor(READ_BYTES / average / lanes)));
};
