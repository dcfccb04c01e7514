import type { KafkaRecord } from '../event-bus.ts';

/** What the envelope says of a fact; texts, since they are only passed on. */
export type Enveloped = {
  readonly eventId: string;
  readonly tenant: string;
  readonly topic: string;
  readonly type: string;
  /** `<aggregate type>/<aggregate id>`. */
  readonly subject: string;
  readonly aggregateId: string;
  readonly aggregateVersion: string;
  readonly occurredAt: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly payload: string | null;
};

export type Field = keyof Enveloped;

/** A header is a fixed text, or one of the fact's after it; without the fact's it is left out. */
export type Header = { readonly name: string; readonly text?: string; readonly field?: Field };

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are headers, the value is bare data or a tombstone. */
export const headersOf = (service: string): readonly Header[] => [
  { name: 'content-type', text: 'application/json' },
  { name: 'ce_specversion', text: '1.0' },
  { name: 'ce_id', field: 'eventId' },
  { name: 'ce_type', field: 'type' },
  { name: 'ce_source', text: `/crm/${service}` },
  { name: 'ce_time', field: 'occurredAt' },
  { name: 'ce_subject', field: 'subject' },
  { name: 'ce_dataschema', text: 'urn:crm:schema:', field: 'type' },
  { name: 'ce_partitionkey', field: 'aggregateId' },
  { name: 'ce_tenantid', field: 'tenant' },
  { name: 'ce_aggregateversion', field: 'aggregateVersion' },
  { name: 'ce_sequence', field: 'aggregateVersion' },
  { name: 'ce_actor', field: 'actor' },
  { name: 'ce_correlationid', field: 'correlationId' },
  { name: 'ce_causationid', field: 'causationId' },
  { name: 'traceparent', field: 'traceparent' },
];

/** The record that tells of a fact. */
export const recordOf = (fact: Enveloped, service: string): KafkaRecord => {
  const headers: Record<string, string> = {};
  for (const { name, text = '', field } of headersOf(service)) {
    const own = field ? fact[field] : '';
    if (own !== null) headers[name] = text + own;
  }
  return { topic: fact.topic, key: fact.aggregateId, value: fact.payload, headers };
};
