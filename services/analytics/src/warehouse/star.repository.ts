import { newId } from '@crm/kernel';
import type { EntityManager } from 'typeorm';

import type { DimensionRow, Entry } from './star.rules.ts';

/** `live`: every generation there is, held until the transaction ends; else the one that is being filled. */
export type Generations = 'live' | number;

type Column = readonly [name: string, type: string, from: string];

type Table = { readonly name: string; readonly columns: readonly Column[] };

const KNOWN: readonly Column[] = [
  ['id', 'uuid', 'id'],
  ['version', 'integer', 'version'],
  ['is_gone', 'boolean', 'isGone'],
];

const OWNERSHIP: readonly Column[] = [
  ['owner_id', 'uuid', 'ownerId'],
  ['department_id', 'uuid', 'departmentId'],
  ['is_deleted', 'boolean', 'isDeleted'],
];

const TIMELINE: Table = {
  name: 'timeline_entry',
  columns: [
    ['id', 'uuid', 'id'],
    ['event_id', 'uuid', 'eventId'],
    ['customer_id', 'uuid', 'customerId'],
    ['type', 'text', 'type'],
    ['occurred_at', 'timestamptz', 'occurredAt'],
    ['aggregate_version', 'integer', 'aggregateVersion'],
    ['actor', 'text', 'actor'],
    ['subject_type', 'text', 'subjectType'],
    ['subject_id', 'uuid', 'subjectId'],
    ['data', 'jsonb', 'data'],
  ],
};

const DIMENSIONS: Readonly<Record<DimensionRow['kind'], Table>> = {
  customer: {
    name: 'dim_customer',
    columns: [
      ...KNOWN,
      ['customer_no', 'text', 'customerNo'],
      ['kind', 'text', 'customerKind'],
      ['name', 'text', 'name'],
      ['lifecycle', 'text', 'lifecycle'],
      ['created_at', 'timestamptz', 'createdAt'],
      ...OWNERSHIP,
    ],
  },
  record: {
    name: 'dim_record',
    columns: [...KNOWN, ['type', 'text', 'type'], ['customer_id', 'uuid', 'customerId'], ...OWNERSHIP],
  },
  employee: {
    name: 'dim_employee',
    columns: [
      ...KNOWN,
      ['subject', 'text', 'subject'],
      ['department_id', 'uuid', 'departmentId'],
      ['is_active', 'boolean', 'isActive'],
    ],
  },
};

/** Every table that has generations. */
export const STAR_TABLES = [TIMELINE.name, ...Object.values(DIMENSIONS).map(({ name }) => name)];

/** Adds lines to timelines; one that is there already stays as it is. */
export const addEntries = async (db: EntityManager, to: Generations, entries: readonly Entry[]) => {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, id: entryIdOf(entry) }));
  await insert(db, TIMELINE, to, rows, 'on conflict do nothing');
};

/** Keeps each row of the dimensions at its newest version, whatever the order of arrival. */
export const upsertDimensions = async (db: EntityManager, to: Generations, rows: readonly DimensionRow[]) => {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  // One after the other: they share a connection.
  await upsert(db, DIMENSIONS.customer, to, byKind.get('customer'));
  await upsert(db, DIMENSIONS.record, to, byKind.get('record'));
  await upsert(db, DIMENSIONS.employee, to, byKind.get('employee'));
};

const upsert = async (db: EntityManager, table: Table, to: Generations, rows: readonly DimensionRow[] = []) => {
  if (rows.length === 0) return;
  const assignments = table.columns.map(([name]) => `${name} = excluded.${name}`).join(', ');
  const newest = `on conflict (tenant_id, generation, id) do update set ${assignments}
    where ${table.name}.version < excluded.version`;
  await insert(db, table, to, rows, newest);
};

const insert = async (db: EntityManager, table: Table, to: Generations, rows: readonly object[], conflict: string) => {
  const names = table.columns.map(([name]) => name);
  const records = rows.map((row) => {
    const values: Readonly<Record<string, unknown>> = { ...row };
    return Object.fromEntries(table.columns.map(([name, , from]) => [name, values[from]]));
  });
  await db.query(
    `insert into ${table.name} (generation, ${names.join(', ')})
     select g.generation, ${names.map((name) => `r.${name}`).join(', ')}
       from ${to === 'live' ? 'held_generations()' : 'unnest(array[$2::integer])'} as g (generation)
      cross join jsonb_to_recordset($1::jsonb) as r (${table.columns.map(([name, type]) => `${name} ${type}`).join(', ')})
     ${conflict}`,
    [JSON.stringify(records), ...(to === 'live' ? [] : [to])],
  );
};

/** The same event has the same entry in every generation: made from the event's id, so that links and cursors last. */
const entryIdOf = ({ eventId, occurredAt }: Entry) =>
  newId('TimelineEntry', occurredAt.getTime(), Buffer.from(eventId.replaceAll('-', '').slice(16), 'hex'));
