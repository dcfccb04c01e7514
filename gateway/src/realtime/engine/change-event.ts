import type { ReceivedRecord } from '@crm/messaging/kafka';

import type { Addressed } from '../schema/watched.ts';

/** That something happened to a record: enough to find who waits for it, and nothing of the record itself. */
export type ChangeEvent = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly eventId: string;
  readonly tenant: string;
  readonly id: string;
  /** Of the record, after what happened. */
  readonly version: number;
  readonly traceparent: string | null;
  /** The employee whom alone it is for; null: everybody who waits for such a record. */
  readonly recipient: string | null;
};

/** Reads a record of a facts topic; null for what is no news: sent again to one group, or without a tenant or id. */
export const changeEventOf = (record: ReceivedRecord, addressed: Addressed | null): ChangeEvent | null => {
  const { topic, partition, offset, key, headers } = record;
  const { ce_id: eventId, ce_tenantid: tenant, ce_aggregateversion: version, replay_group: replayed } = headers;
  if (!key || !tenant || !eventId || replayed) return null;
  const traceparent = headers.traceparent ?? null;
  return {
    topic,
    partition,
    offset: Number(offset),
    eventId,
    tenant,
    id: key,
    version: Number(version) || 0,
    traceparent,
    recipient: addressed && recipientOf(record, addressed),
  };
};

/** Null when it is another event, or does not say. */
const recipientOf = ({ headers, value }: ReceivedRecord, { event, to }: Addressed): string | null => {
  if (headers.ce_type !== event || !value) return null;
  try {
    const told: unknown = JSON.parse(value.toString());
    const recipient: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, to) : null;
    return typeof recipient === 'string' && recipient !== '' ? recipient : null;
  } catch {
    // Nobody's: consumers that must understand it put it aside.
    return null;
  }
};
