import type { Result } from '@crm/kernel';

import type { Wait } from '../compile/compiled.ts';
import type { Refused } from '../refused.ts';
import type { ChangeEvent } from './change-event.ts';
import type { Logged } from './event-log.ts';
import type { Group } from './group.ts';
import type { Reader } from './resolve.ts';

/** What a client asked for, in its own words. */
export type Source = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** A group with what it stands for. */
export type Entry = {
  readonly key: string;
  readonly place: string;
  readonly group: Group;
  readonly source: Source;
  readonly reader: Reader;
  /** The graph's word that this may be subscribed to; null while nobody does. */
  opening: Promise<Result<readonly string[], Refused>> | null;
  /** Whether it remembers which records its readers know. */
  hasOpened: boolean;
  idleSince: number | null;
};

/** Groups whose last subscriber has left are kept for those who come back, at most so many. */
const MOST_IDLE = 1_000;

/** Equal keys: the same words, the same variables, the same permissions. So the same answer. */
export const keyOf = ({ query, operationName, variables }: Source, { person, forwarded }: Reader) =>
  JSON.stringify([query, operationName ?? null, sorted(variables), sorted(person ?? {}), sorted(forwarded)]);

const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

const EVERY_RECORD = '*';
/** Of a gateway without authentication, whose readers belong to no tenant. */
const EVERY_TENANT = '';

/** Whose own news they are. Comes last: what a token says of an employee can look like no other place. */
const onesOwn = (employee: string) => `for ${employee}`;

/** The place in the index of those who wait for one record, for all of a tenant, or for what is their own. */
export const placeOf = ({ field, id }: Pick<Wait, 'field' | 'id'>, { person }: Reader) => {
  const which = field.watches === 'received' ? onesOwn(person?.employee ?? '') : (id ?? EVERY_RECORD);
  return `${field.topic} ${person?.tenant ?? EVERY_TENANT} ${which}`;
};

/** The places of those whom an event concerns. Its tenant comes before everything else. */
export const placesOf = ({ topic, tenant, id, recipient }: ChangeEvent): readonly string[] => {
  const which = [id, EVERY_RECORD, ...(recipient === null ? [] : [onesOwn(recipient)])];
  return [tenant, EVERY_TENANT].flatMap((whose) => which.map((each) => `${topic} ${whose} ${each}`));
};

/** All groups, found by what they wait for: an event costs nothing to those whom it does not concern. */
export const createEntries = (keepMs: number, now: () => number) => {
  const byKey = new Map<string, Entry>();
  const byPlace = new Map<string, Set<Entry>>();

  const remove = (entry: Entry) => {
    if (!byKey.delete(entry.key)) return;
    const there = byPlace.get(entry.place);
    there?.delete(entry);
    if (there?.size === 0) byPlace.delete(entry.place);
  };
  return {
    get: (key: string) => byKey.get(key),
    add: (entry: Entry) => {
      byKey.set(entry.key, entry);
      const there = byPlace.get(entry.place) ?? new Set();
      byPlace.set(entry.place, there.add(entry));
    },
    remove,
    all: () => [...byKey.values()],
    /** Whom an event concerns. */
    concernedBy: ({ event }: Logged): readonly Entry[] =>
      placesOf(event).flatMap((place) => [...(byPlace.get(place) ?? [])]),
    /** Forgets those to whom nobody will come back. */
    tidy: () => {
      const idle = [...byKey.values()].filter(({ idleSince }) => idleSince !== null);
      const surplus = idle.length - MOST_IDLE;
      for (const [index, entry] of idle.entries()) {
        if (index < surplus || (entry.idleSince ?? 0) <= now() - keepMs) remove(entry);
      }
    },
  };
};

export type Entries = ReturnType<typeof createEntries>;
