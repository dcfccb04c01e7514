import { type Contract, type Delivered, ENVELOPE_FIELDS, isState } from '@crm/contracts';
import { toldError } from '@crm/kernel';

import type { ReceivedRecord } from '../event-bus.ts';
import type { Subscription } from '../subscription.ts';

/** A record that says what it should: ready to be handled. */
export type EventRead = {
  readonly kind: 'event';
  readonly record: ReceivedRecord;
  /** Tells repeats: the event's id. */
  readonly eventKey: string;
  /** Orders and parks: the record's key, which is the aggregate's id. */
  readonly aggregateKey: string;
  readonly fact: Delivered;
  readonly subscriptions: readonly Subscription[];
};

/** A record that can never be handled as it is. */
export type PoisonRead = {
  readonly kind: 'poison';
  readonly record: ReceivedRecord;
  readonly eventKey: string;
  readonly aggregateKey: string;
  readonly type: string | null;
  /** `NO_TENANT` when it cannot be read. */
  readonly tenant: string;
  readonly cause: string;
};

/** A record that is no business of this consumer's. */
export type Passed = { readonly kind: 'passed'; readonly why: 'unknown-type' | 'other-group'; readonly type: string };

export type RecordRead = EventRead | PoisonRead | Passed;

/** Keeps what belongs to nobody: no tenant has the nil uuid. */
export const NO_TENANT = '00000000-0000-0000-0000-000000000000';

/** Names the group that a replayed record is meant for. */
export const REPLAY_GROUP_HEADER = 'replay_group';

export type Subscriptions = ReadonlyMap<string, readonly Subscription[]>;

export const byType = (subscriptions: readonly Subscription[]): Subscriptions =>
  Map.groupBy(subscriptions, ({ to }) => to.type);

/** Reads a record by the contracts that the group is subscribed to. Never throws: what is wrong is said in the answer. */
export const readRecord = (record: ReceivedRecord, subscriptions: Subscriptions, group: string): RecordRead => {
  const { ce_type: type, [REPLAY_GROUP_HEADER]: meantFor } = record.headers;
  if (meantFor && meantFor !== group) return { kind: 'passed', why: 'other-group', type: type ?? '' };
  if (!type) return poison(record, 'There is no ce_type header');

  const its = subscriptions.get(type);
  return its ? readEvent(record, its) : { kind: 'passed', why: 'unknown-type', type };
};

const readEvent = (record: ReceivedRecord, subscriptions: readonly Subscription[]): EventRead | PoisonRead => {
  const [first] = subscriptions;
  if (!first) throw new RangeError('A type is listed with its subscriptions');
  try {
    const fact = factOf(record, first.to);
    return { kind: 'event', record, eventKey: fact.eventId, aggregateKey: aggregateKeyOf(record), fact, subscriptions };
  } catch (error) {
    return poison(record, toldError(error).message);
  }
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const place = ({ topic, partition, offset }: ReceivedRecord) => `${topic}/${String(partition)}/${offset}`;

const aggregateKeyOf = (record: ReceivedRecord) => record.key ?? place(record);

const poison = (record: ReceivedRecord, cause: string): PoisonRead => {
  const { ce_id: id, ce_type: type, ce_tenantid: tenant } = record.headers;
  return {
    kind: 'poison',
    record,
    eventKey: isUuid(id) ? id : place(record),
    aggregateKey: aggregateKeyOf(record),
    type: type ?? null,
    tenant: isUuid(tenant) ? tenant : NO_TENANT,
    cause,
  };
};

const factOf = ({ headers, key, value }: ReceivedRecord, contract: Contract): Delivered => {
  if (!value && !isState(contract)) throw new TypeError('There is no value, and this is not a state topic');
  const eventId = uuidOf('ce_id', headers['ce_id']);
  return {
    type: contract.type,
    eventId,
    tenant: uuidOf('ce_tenantid', headers['ce_tenantid']),
    aggregate: { type: contract.aggregate, id: uuidOf('The key', key), version: versionOf(headers) },
    occurredAt: timeOf(headers),
    data: value && dataOf(value, contract),
    ...originOf(headers, eventId),
  };
};

/** Where the fact comes from. What is missing is no reason to refuse it. */
const originOf = (headers: ReceivedRecord['headers'], eventId: string) => ({
  actor: headers['ce_actor'] ?? '',
  correlationId: headers['ce_correlationid'] ?? eventId,
  causationId: headers['ce_causationid'] ?? null,
  traceparent: headers['traceparent'] ?? null,
});

const uuidOf = (name: string, value: unknown) => {
  if (!isUuid(value)) throw new TypeError(`${name} is not a UUID`);
  return value;
};

const versionOf = (headers: ReceivedRecord['headers']) => {
  const version = Number(headers['ce_aggregateversion']);
  if (!Number.isSafeInteger(version)) throw new TypeError('ce_aggregateversion is not a whole number');
  return version;
};

const timeOf = (headers: ReceivedRecord['headers']) => {
  const time = new Date(headers['ce_time'] ?? '');
  if (Number.isNaN(time.getTime())) throw new TypeError('ce_time is not a time');
  return time;
};

const dataOf = (value: Buffer, { data, type }: Contract) => {
  const json: unknown = JSON.parse(value.toString());
  if (typeof json !== 'object' || json === null) throw new TypeError('The value is not a JSON object');
  const bare = Object.fromEntries(Object.entries(json).filter(([name]) => !ENVELOPE.has(name)));
  const parsed = data.safeParse(bare);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TypeError(`${type}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not keep its contract'}`);
};

const ENVELOPE: ReadonlySet<string> = new Set(ENVELOPE_FIELDS);
