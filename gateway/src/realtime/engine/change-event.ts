import type { ReceivedRecord } from '@crm/messaging/kafka';

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
};

/** Reads a record of a facts topic; null for what is no news: sent again to one group, or without a tenant or id. */
export const changeEventOf = ({ topic, partition, offset, key, headers }: ReceivedRecord): ChangeEvent | null => {
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
  };
};
