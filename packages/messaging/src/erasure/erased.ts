import { ALL_CONTRACTS, type Contract, ENVELOPE_FIELDS, isState } from '@crm/contracts';
import type { DataSource, EntityManager } from 'typeorm';

import type { ReceivedRecord } from '../event-bus.ts';

/** Why records of an aggregate are not simply handled. */
export type Apart = { readonly parked: ReadonlySet<string>; readonly erased: ReadonlySet<string> };

/** Which of these aggregates have an event parked by the group, and which are persons who were erased. */
export const keysApart = async (dataSource: DataSource, group: string, keys: readonly string[]): Promise<Apart> => {
  const rows = await dataSource.query<readonly { key: string; is_parked: boolean; is_erased: boolean }[]>(
    'select * from keys_apart($1, $2)',
    [group, [...new Set(keys)]],
  );
  return {
    parked: new Set(rows.flatMap(({ key, is_parked: isParked }) => (isParked ? [key] : []))),
    erased: new Set(rows.flatMap(({ key, is_erased: isErased }) => (isErased ? [key] : []))),
  };
};

/** Whether the aggregate was erased; until the transaction ends, nobody erases it. */
export const isErased = async (db: EntityManager, key: string): Promise<boolean> => {
  const [row] = await db.query<readonly { erased: boolean }[]>('select erased_lock($1) as erased', [key]);
  return row?.erased === true;
};

/** A row of somebody who was erased meanwhile: read again from a topic that is not compacted yet, it brings nothing back. */
export const isOldRow = ({ topic, value }: Pick<ReceivedRecord, 'topic' | 'value'>) =>
  value !== null && isState({ topic });

const CONTRACTS: ReadonlyMap<string, Contract> = new Map(ALL_CONTRACTS.map((promise) => [promise.type, promise]));
const ENVELOPE: ReadonlySet<string> = new Set(ENVELOPE_FIELDS);

/**
 * Whether a record may hold a value of a person. Only two kinds cannot: a tombstone, and a fact without personal data
 * that says what its contract promises and nothing beside it.
 */
export const mayBePersonal = ({ topic, value, headers }: Pick<ReceivedRecord, 'topic' | 'value' | 'headers'>) => {
  if (value === null) return false;
  const promise = CONTRACTS.get(headers['ce_type'] ?? '');
  if (promise?.pii !== 'none' || isState({ topic })) return true;
  const said = saidIn(value);
  return said === null || !promise.data.strict().safeParse(said).success;
};

/** Whom a row is about that is no person itself: as its contract says. Nobody, where the record cannot be read. */
export const goesWith = ({ value, headers }: Pick<ReceivedRecord, 'value' | 'headers'>): string | null => {
  const field = CONTRACTS.get(headers['ce_type'] ?? '')?.goesWith;
  const person = field !== undefined && value ? saidIn(value)?.[field] : undefined;
  return typeof person === 'string' ? person : null;
};

const saidIn = (value: Buffer): Readonly<Record<string, unknown>> | null => {
  try {
    const json: unknown = JSON.parse(value.toString());
    if (typeof json !== 'object' || json === null) return null;
    return Object.fromEntries(Object.entries(json).filter(([name]) => !ENVELOPE.has(name)));
  } catch {
    return null;
  }
};
