import type { EachBatchPayload } from 'kafkajs';

import type { ReceivedRecord } from '../event-bus.ts';

type Message = EachBatchPayload['batch']['messages'][number];

/** A record in our own words: text where Kafka has bytes, the first of repeated headers. */
export const received = (
  topic: string,
  partition: number,
  { offset, key, value, headers }: Message,
): ReceivedRecord => ({
  topic,
  partition,
  offset,
  key: key?.toString() ?? null,
  value,
  headers: Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, text]) => [name, String(Array.isArray(text) ? text[0] : text)]),
  ),
});
