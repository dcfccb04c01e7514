import { type Contract, isState } from '@crm/contracts';
import type { ReceivedRecord } from '@crm/messaging';
import { z } from 'zod';

import { differences, firstOfEach, idOf, type Noted, type Seen, versionOf } from './look.ts';
import { promisesOf } from './thing.ts';

/** What was committed is on the topics, and nothing else is. */
export const published = ({ outbox, facts, states }: Seen): string[] => {
  const onTopics = new Set([...facts, ...states].map(idOf));
  const wanted = new Set(outbox.map(({ event }) => event));
  return [
    ...[...wanted].filter((event) => !onTopics.has(event)).map((event) => `committed, not published: ${event}`),
    ...[...onTopics].filter((event) => !wanted.has(event)).map((event) => `published, not committed: ${event}`),
  ];
};

/** What a user was told is a fact for everybody; what failed is not, wholly. */
export const acknowledged = ({ told, facts, states, things }: Seen): string[] => {
  const notes = facts.map((record) => ({ thing: record.key ?? '', version: versionOf(record), note: noteOf(record) }));
  const said = new Set(notes.map(lineOf));
  const everywhere = [...notes, ...things, ...states.map((record) => ({ note: noteOf(record) }))];
  return [
    ...told.acknowledged.filter((each) => !said.has(lineOf(each))).map((each) => `told, not true: ${lineOf(each)}`),
    ...everywhere.flatMap(({ note }) =>
      told.refused.has(note ?? '') ? [`failed, yet it is there: ${note ?? ''}`] : [],
    ),
  ];
};

const lineOf = ({ thing, version, note }: { thing: string; version: number; note: string | null }) =>
  `${thing} ${String(version)} ${note ?? ''}`;

const ladder = (top: number) => Array.from({ length: top }, (_, at) => at + 1).join();

/** Each aggregate's lock counted to n: its facts, each event once, are 1 to n in that order. */
export const ladders = ({ heads, facts }: Seen): string[] => {
  const first = Map.groupBy(firstOfEach(facts), ({ key }) => key);
  return heads.flatMap(({ thing, version }) => {
    const versions = (first.get(thing) ?? []).map(versionOf).join();
    return versions === ladder(version) ? [] : [`facts of ${thing}: ${versions}, not 1 to ${String(version)}`];
  });
};

/** Whoever keeps a table of the compacted topic has the source's rows, and none that is gone. */
export const stateIsTrue = ({ states, things, heads }: Seen): string[] => {
  const table = [...new Map(states.map((record) => [record.key ?? '', record])).values()];
  const rowOf = ({ thing, tenant, version, note }: Noted) => [thing, tenant, version, note].join(' ');
  const kept = table.flatMap((record) => {
    const tenant = record.headers['ce_tenantid'] ?? '';
    const row = { thing: record.key ?? '', tenant, version: versionOf(record), note: noteOf(record) ?? '' };
    return record.value === null ? [] : [rowOf(row)];
  });
  const there = new Set(things.map(({ thing }) => thing));
  const gone = heads.filter(({ thing }) => !there.has(thing)).map((head) => ({ ...head, note: 'tombstone' }));
  const tombs = table
    .filter(({ value }) => value === null)
    .map(
      (record) => `${record.key ?? ''} ${record.headers['ce_tenantid'] ?? ''} ${String(versionOf(record))} tombstone`,
    );
  return [...differences('state', things.map(rowOf), kept), ...differences('state', gone.map(rowOf), tombs)];
};

/** Repeats come from crashes alone: no more than was in hand at each, and no event more often than there were crashes. */
export const repeats = ({ facts, states, told, excused }: Seen): string[] => {
  const { cutShort = 0, unmarked = 0 } = excused;
  const crashes = told.relayDeaths + cutShort;
  const mayComeAgain = told.inHand + cutShort * told.largestSend + unmarked;
  const times = Map.groupBy([...facts, ...states], idOf);
  const counts = [...times.values()].map(({ length }) => length);
  const again = counts.reduce((sum, count) => sum + count - 1, 0) - (excused.repeats ?? 0);
  const most = Math.max(0, ...counts) - 1 - Math.min(1, excused.repeats ?? 0);
  if (again <= mayComeAgain && most <= crashes) return [];
  const allowed = `${String(mayComeAgain)} were in hand in ${String(crashes)} crashes`;
  return [`repeats: ${String(again)} records, one ${String(most)} times, though ${allowed}`];
};

const noteOf = ({ value }: ReceivedRecord): string | null => {
  const read = z.looseObject({ note: z.string() }).safeParse(value === null ? null : parsed(value));
  return read.success ? read.data.note : null;
};

const parsed = (value: Buffer): unknown => {
  try {
    return JSON.parse(String(value));
  } catch {
    return null;
  }
};

/** Each record keeps its contract: key, headers, and a value that says the same for readers that ignore headers. */
export const contracts = ({ facts, states, place }: Seen): string[] => {
  const promises: readonly Contract[] = Object.values(promisesOf(place.topics));
  return [...facts, ...states].flatMap((record) => {
    const promise = promises.find(({ type }) => type === record.headers['ce_type']);
    const wrong = promise?.topic === record.topic ? mistakeIn(record, promise) : 'it does not belong there';
    return wrong === null ? [] : [`contract: ${idOf(record)} on ${record.topic}: ${wrong}`];
  });
};

const mistakeIn = (record: ReceivedRecord, promise: Contract): string | null => {
  const headers = headersOf(record).safeParse(record.headers);
  if (!headers.success) return z.prettifyError(headers.error);
  if (record.value === null) return isState(promise) ? null : 'a fact without a value';
  const value = valueOf(record, promise.data).safeParse(parsed(record.value));
  return value.success ? null : z.prettifyError(value.error);
};

const headersOf = ({ key, headers }: ReceivedRecord) =>
  z.strictObject({
    'content-type': z.literal('application/json'),
    ce_specversion: z.literal('1.0'),
    ce_id: z.uuidv7(),
    ce_type: z.string(),
    ce_source: z.literal('/crm/spec'),
    ce_time: z.iso.datetime(),
    ce_subject: z.literal(`thing/${key ?? ''}`),
    ce_dataschema: z.literal(`urn:crm:schema:${headers['ce_type'] ?? ''}`),
    ce_partitionkey: z.literal(key ?? ''),
    ce_tenantid: z.guid(),
    ce_aggregateversion: z.string().regex(/^[1-9]\d*$/),
    ce_sequence: z.literal(headers['ce_aggregateversion'] ?? ''),
    ce_actor: z.string().min(1),
    ce_correlationid: z.literal('request-1'),
    ce_causationid: z.string().optional(),
    traceparent: z.string().optional(),
  });

const valueOf = (record: ReceivedRecord, data: z.ZodObject) =>
  z.strictObject({
    ...data.shape,
    eventId: z.literal(idOf(record)),
    tenantId: z.literal(record.headers['ce_tenantid'] ?? ''),
    aggregateId: z.literal(record.key ?? ''),
    aggregateVersion: z.literal(versionOf(record)),
    occurredAt: z.literal(record.headers['ce_time'] ?? ''),
  });
