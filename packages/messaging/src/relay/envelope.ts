import type { KafkaRecord } from '../event-bus.ts';
import type { OutboxRow } from './session.ts';

type Fact = Omit<OutboxRow, 'id' | 'recordedAt'>;

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are headers, the value is bare data or a tombstone. */
export const recordOf = (row: Fact, service: string): KafkaRecord => {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: row.eventId,
    ce_type: row.type,
    ce_source: `/crm/${service}`,
    ce_time: row.occurredAt,
    ce_subject: `${row.aggregateType}/${row.aggregateId}`,
    ce_dataschema: `urn:crm:schema:${row.type}`,
    ce_partitionkey: row.aggregateId,
    ce_tenantid: row.tenant,
    ce_aggregateversion: row.aggregateVersion,
    ce_sequence: row.aggregateVersion,
    ce_actor: row.actor,
    ce_correlationid: row.correlationId,
  };
  if (row.causationId) headers['ce_causationid'] = row.causationId;
  if (row.traceparent) headers['traceparent'] = row.traceparent;
  return { topic: row.topic, key: row.aggregateId, value: row.payload, headers };
};
