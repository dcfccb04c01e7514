import type { ReceivedRecord } from '@crm/messaging';
import type { Pool } from 'pg';

import { committed } from './outbox.ts';
import type { Place } from './parts.ts';
import type { Acknowledged } from './thing.ts';
import { recordsOn } from './topic.ts';

/** What a scenario did on purpose, and which is therefore no violation. */
export type Excused = {
  /** Keys of records that nobody committed. */
  readonly strangers?: ReadonlySet<string>;
  /** How many events are to be parked, those that wait behind others included. */
  readonly parked?: number;
  /** Records that the scenario itself sent again. */
  readonly repeats?: number;
  /** Records that stood on a topic before it was deleted. */
  readonly forgotten?: readonly ReceivedRecord[];
  /** How often a send may have been cut short without the death of a relay. */
  readonly cutShort?: number;
  /** Records whose marks the crash of a database may have undone. */
  readonly unmarked?: number;
  readonly patienceMs?: number;
};

/** What only the scenario knows: what users were told, what they were refused, and what relays did until they died. */
export type Told = {
  readonly acknowledged: readonly Acknowledged[];
  /** The notes of commands that failed. */
  readonly refused: ReadonlySet<string>;
  readonly relayDeaths: number;
  /** Records that relays had in hand when they died: sent, or being sent, and perhaps not marked. */
  readonly inHand: number;
  /** The most records of one send. */
  readonly largestSend: number;
};

export type Owners = { readonly source: Pool; readonly target: Pool };
export type Thing = { readonly tenant: string; readonly thing: string; readonly version: number };
export type Noted = Thing & { readonly note: string };

/** Everything there is to see once a scenario is quiet. */
export type Seen = {
  readonly place: Place;
  readonly told: Told;
  readonly excused: Excused;
  /** The version ladders' tops: each aggregate's lock. */
  readonly heads: readonly Thing[];
  readonly things: readonly Noted[];
  readonly outbox: readonly { readonly event: string }[];
  readonly ledger: readonly (Thing & { readonly event: string })[];
  readonly view: readonly Noted[];
  readonly inbox: readonly { readonly event: string; readonly tenant: string }[];
  readonly parked: readonly { readonly thing: string }[];
  readonly facts: readonly ReceivedRecord[];
  readonly states: readonly ReceivedRecord[];
};

export const look = async (place: Place, { source, target }: Owners, told: Told, excused: Excused): Promise<Seen> => {
  const { strangers = new Set(), forgotten = [] } = excused;
  const { topics } = place;
  const records = [...forgotten, ...(await recordsOn(place.brokers, [topics.fact, topics.state]))];
  const ours = records.filter(({ key }) => !strangers.has(key ?? ''));
  const theirs = new Set(records.filter(({ key }) => strangers.has(key ?? '')).map(idOf));
  const known = <Row extends { thing: string }>(rows: readonly Row[]) =>
    rows.filter(({ thing }) => !strangers.has(thing));
  return {
    place,
    told,
    excused,
    ...(await fromSource(source)),
    ledger: known(
      await rowsOf(target, 'select tenant_id as tenant, thing, version, event_id as event from ledger order by id'),
    ),
    view: known(
      await rowsOf(target, 'select tenant_id as tenant, thing, version, note from thing_view where note is not null'),
    ),
    inbox: (
      await rowsOf<Seen['inbox'][number]>(target, 'select event_id as event, tenant_id as tenant from inbox')
    ).filter(({ event }) => !theirs.has(event)),
    parked: await rowsOf(target, 'select aggregate_key as thing from parked_event'),
    facts: ours.filter(({ topic }) => topic === topics.fact),
    states: ours.filter(({ topic }) => topic === topics.state),
  };
};

const fromSource = async (source: Pool) => ({
  heads: await rowsOf<Thing>(source, 'select tenant_id as tenant, id as thing, version from aggregate_head'),
  things: await rowsOf<Noted>(source, 'select tenant_id as tenant, id as thing, version, note from thing'),
  outbox: await committed(source),
});

const rowsOf = async <Row extends object>(client: Pool, sql: string): Promise<Row[]> =>
  (await client.query<Row>(sql)).rows;

export const idOf = ({ headers }: ReceivedRecord) => headers['ce_id'] ?? '';
export const versionOf = ({ headers }: ReceivedRecord) => Number(headers['ce_aggregateversion']);
export const tenantOf = ({ headers }: ReceivedRecord) => headers['ce_tenantid'] ?? '';

/** Each event once, where it came first: repeats are allowed, and readers can tell them. */
export const firstOfEach = (records: readonly ReceivedRecord[]): ReceivedRecord[] => {
  const seen = new Set<string>();
  return records.filter((record) => seen.size < seen.add(idOf(record)).size);
};

export const differences = (what: string, wanted: readonly string[], found: readonly string[]): string[] => {
  const [all, there] = [new Set(wanted), new Set(found)];
  return [
    ...wanted.filter((row) => !there.has(row)).map((row) => `${what}: ${row} is missing`),
    ...found.filter((row) => !all.has(row)).map((row) => `${what}: ${row} is too much`),
  ];
};
