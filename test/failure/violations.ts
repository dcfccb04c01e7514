import { kafkaEventBus, type ReceivedRecord } from '@crm/messaging';
import type { Client } from 'pg';

import type { Place } from './parts.ts';
import { recordsOn } from './topic.ts';

/** What a scenario did on purpose, and which is therefore no violation. */
export type Excused = {
  /** Keys of records that nobody committed. */
  readonly strangers?: ReadonlySet<string>;
  /** How many events are to be parked, those that wait behind others included. */
  readonly parked?: number;
  readonly patienceMs?: number;
};

type Owners = { readonly source: Client; readonly target: Client };
type Thing = { readonly tenant: string; readonly thing: string; readonly version: number };
type Noted = Thing & { readonly note: string };
type Seen = {
  readonly heads: readonly Thing[];
  readonly things: readonly Noted[];
  readonly outbox: readonly { event: string; topic: string }[];
  readonly ledger: readonly (Thing & { event: string })[];
  readonly view: readonly Noted[];
  readonly parked: readonly { thing: string }[];
  readonly facts: readonly ReceivedRecord[];
  readonly states: readonly ReceivedRecord[];
};

/**
 * Waits until the scenario is quiet, then looks whether anything is not as promised: what was committed is on the
 * topics and nothing else, in order; effects happened once and in order; the read model is the source, row by row;
 * nothing is stuck; nothing changed its tenant. Says what is wrong; nothing when all is well.
 */
export const violationsOn = async (place: Place, owners: Owners, excused: Excused = {}): Promise<string[]> => {
  const restless = await untilQuiet(place, owners, excused.patienceMs ?? 30_000);
  const seen = await look(place, owners, excused.strangers ?? new Set());
  return [
    ...restless,
    ...published(seen),
    ...seen.heads.flatMap((head) => [...ordered(head, seen), ...effects(head, seen)]),
    ...states(seen),
    ...readModel(seen),
    ...tenants(seen),
    ...(seen.parked.length === (excused.parked ?? 0) ? [] : [`parked: ${String(seen.parked.length)} events`]),
  ];
};

const untilQuiet = async ({ brokers, topics, group }: Place, { source }: Owners, ms: number): Promise<string[]> => {
  const bus = kafkaEventBus({ brokers, clientId: 'spec' });
  const deadline = Date.now() + ms;
  try {
    for (;;) {
      const { rows } = await source.query<{ left: number }>(
        'select count(*)::int as left from outbox where published_at is null',
      );
      const left = rows[0]?.left ?? 0;
      const lag = left > 0 ? null : await bus.lag(group, [topics.fact, topics.state]);
      const behind = lag?.reduce((sum, partition) => sum + partition.lag, 0);
      if (behind === 0) return [];
      if (Date.now() > deadline) return [`stuck: ${String(left)} rows unpublished, ${String(behind)} records not read`];
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    await bus.close();
  }
};

const look = async (
  { brokers, topics }: Place,
  { source, target }: Owners,
  strangers: ReadonlySet<string>,
): Promise<Seen> => {
  const rows = async <Row extends object>(client: Client, sql: string) => (await client.query<Row>(sql)).rows;
  const ours = async <Row extends { thing: string }>(client: Client, sql: string) =>
    (await rows<Row>(client, sql)).filter(({ thing }) => !strangers.has(thing));
  const records = (await recordsOn(brokers, [topics.fact, topics.state])).filter(
    ({ key }) => !strangers.has(key ?? ''),
  );
  const noted = 'select tenant_id as tenant, thing, version, note';
  return {
    things: await rows(source, `${noted} from (select *, id as thing from thing) t order by thing`),
    heads: await rows(
      source,
      'select distinct on (aggregate_id) tenant_id as tenant, aggregate_id as thing, aggregate_version as version from outbox order by aggregate_id, aggregate_version desc',
    ),
    outbox: await rows(source, 'select event_id as event, topic from outbox'),
    ledger: await ours(target, 'select tenant_id as tenant, thing, version, event_id as event from ledger order by id'),
    view: await ours(target, `${noted} from thing_view order by thing`),
    parked: await rows(target, 'select aggregate_key as thing from parked_event'),
    facts: records.filter(({ topic }) => topic === topics.fact),
    states: records.filter(({ topic }) => topic === topics.state),
  };
};

const idOf = ({ headers }: ReceivedRecord) => headers['ce_id'] ?? '';
const versionOf = ({ headers }: ReceivedRecord) => Number(headers['ce_aggregateversion']);

/** The outbox committed with the change; what is on the topics is what it holds. */
const published = ({ outbox, things, heads, facts, states: rows }: Seen): string[] => {
  const onTopics = new Set([...facts, ...rows].map(idOf));
  const committed = new Set(outbox.map(({ event }) => event));
  return [
    ...[...committed].filter((event) => !onTopics.has(event)).map((event) => `committed, not published: ${event}`),
    ...[...onTopics].filter((event) => !committed.has(event)).map((event) => `published, not committed: ${event}`),
    ...differences(
      'changed without a fact',
      things.map(({ thing, version }) => `${thing} ${String(version)}`),
      heads.map(({ thing, version }) => `${thing} ${String(version)}`),
    ),
  ];
};

const ladder = (top: number) => Array.from({ length: top }, (_, at) => at + 1).join();

/** First appearances count 1, 2, 3 …; a repeat may come late, which readers can tell by its version. */
const ordered = ({ thing, version }: Thing, { facts }: Seen): string[] => {
  const versions = [...new Set(facts.filter(({ key }) => key === thing).map(versionOf))].join();
  return versions === ladder(version) ? [] : [`order of ${thing}: ${versions}`];
};

const effects = ({ thing, version }: Thing, { ledger, parked }: Seen): string[] => {
  const its = ledger.filter((entry) => entry.thing === thing);
  // What comes after a parked event waits behind it.
  const waits = parked.some((event) => event.thing === thing);
  const versions = its.map((entry) => entry.version).join();
  return versions === ladder(waits ? its.length : version) ? [] : [`effects of ${thing}: ${versions}`];
};

/** Whoever keeps a table of a compacted topic keeps the last record of each key. */
const states = ({ states: records, things }: Seen): string[] => {
  const last = new Map(records.map((record) => [record.key, versionOf(record)]));
  return things
    .filter(({ thing, version }) => last.get(thing) !== version)
    .map(({ thing, version }) => `state of ${thing}: ${String(last.get(thing))}, not ${String(version)}`);
};

const readModel = ({ things, view, parked }: Seen): string[] => {
  const waiting = new Set(parked.map(({ thing }) => thing));
  const rows = (all: readonly Noted[]) =>
    all
      .filter(({ thing }) => !waiting.has(thing))
      .map((row) => [row.thing, row.tenant, row.version, row.note].join(' '));
  return differences('read model', rows(things), rows(view));
};

const tenants = ({ things, ledger, facts, states: records }: Seen): string[] => {
  const owner = new Map(things.map(({ thing, tenant }) => [thing, tenant]));
  const strayed = [
    ...ledger.map(({ thing, tenant }) => ({ thing, tenant })),
    ...[...facts, ...records].map(({ key, headers }) => ({ thing: key ?? '', tenant: headers['ce_tenantid'] })),
  ].filter(({ thing, tenant }) => owner.get(thing) !== tenant);
  return strayed.map(({ thing }) => `tenant of ${thing}`);
};

const differences = (what: string, wanted: readonly string[], found: readonly string[]): string[] => [
  ...wanted.filter((row) => !found.includes(row)).map((row) => `${what}: ${row} is missing`),
  ...found.filter((row) => !wanted.includes(row)).map((row) => `${what}: ${row} is too much`),
];
