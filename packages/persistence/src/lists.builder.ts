import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  integer,
  letrec,
  oneof,
  option,
  record,
  subarray,
} from 'fast-check';

import type { FilterFields, FilterInput } from './filter.ts';
import type { ListDefinition, OrderBy } from './list.ts';
import type { Sql } from './sql.ts';

export type Row = {
  readonly id: string;
  readonly name: string;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly amount: string | null;
  readonly due: string | null;
  readonly isOpen: boolean | null;
  readonly changedAt: string | null;
};

const FIELDS: FilterFields = {
  id: { kind: 'id', sql: 't.id' },
  name: { kind: 'text', sql: 't.name' },
  grade: { kind: 'enum', sql: 't.grade' },
  rank: { kind: 'integer', sql: 't.rank' },
  amount: { kind: 'numeric', sql: 't.amount' },
  due: { kind: 'date', sql: 't.due' },
  isOpen: { kind: 'boolean', sql: 't.is_open' },
  changedAt: { kind: 'timestamptz', sql: 't.changed_at' },
};

export const THINGS: ListDefinition = {
  columns: 't.id',
  from: 'thing t',
  id: 't.id',
  filterFields: FIELDS,
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    GRADE: { sql: 't.grade', type: 'text', nullable: true, field: 'grade' },
    RANK: { sql: 't.rank', type: 'integer', nullable: true, field: 'rank' },
    AMOUNT: { sql: 't.amount', type: 'numeric', nullable: true, field: 'amount' },
    DUE: { sql: 't.due', type: 'date', nullable: true, field: 'due' },
    IS_OPEN: { sql: 't.is_open', type: 'boolean', nullable: true, field: 'isOpen' },
    CHANGED_AT: { sql: 't.changed_at', type: 'timestamptz', nullable: true, field: 'changedAt' },
  },
  defaultOrder: [{ field: 'NAME', direction: 'ASC' }],
};

export const idOfRow = (nth: number) => `01900000-0000-7101-8000-${nth.toString(16).padStart(12, '0')}`;

/** Few values, so that ties are the rule; some of them empty. */
const VALUES = {
  grade: constantFrom(null, 'A', 'a', 'B', '', '甲', '😀'),
  rank: constantFrom(null, -1, 0, 1, 2_147_483_647),
  amount: constantFrom(null, '0', '0.0001', '-1', '9007199254740993.0001'),
  due: constantFrom(null, '2026-02-28', '0001-01-01', '9999-12-31'),
  isOpen: constantFrom(null, true, false),
  // Less than a millisecond apart: a cursor that went through a Date would lose rows.
  changedAt: constantFrom(null, '2026-11-22T09:30:00.000001Z', '2026-11-22T09:30:00.000002Z', '1999-01-01T00:00:00Z'),
} as const;

export const rows = (most: number): Arbitrary<readonly Row[]> =>
  array(record(VALUES), { maxLength: most }).map((all) =>
    // The name, too, has ties in its first letters only: it is unique. The order of ids is not the order of rows.
    all.map((row, nth) => ({ id: idOfRow((nth * 7919) % 10_007), name: `n${row.grade ?? ''}${String(nth)}`, ...row })),
  );

export const orders: Arbitrary<readonly OrderBy[]> = subarray(Object.keys(THINGS.orderFields), {
  minLength: 1,
  maxLength: 3,
}).chain((fields) =>
  array(
    record({
      direction: constantFrom('ASC' as const, 'DESC' as const),
      nulls: option(constantFrom('FIRST' as const, 'LAST' as const)),
    }),
    { minLength: fields.length, maxLength: fields.length },
  ).map((ways) => ways.map((way, nth) => ({ field: fields[nth] ?? 'NAME', ...way }))),
);

/** Writes the rows into the tenant of the transaction. */
export const insertRows = async (sql: Sql, all: readonly Row[], parent: string | null = null) => {
  const column = <Name extends keyof Row>(name: Name) => all.map((row) => row[name]);
  await sql.query(
    `insert into thing (id, name, grade, rank, amount, due, is_open, changed_at, parent)
     select r.*, $9::uuid from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::numeric[], $6::date[],
                                      $7::boolean[], $8::timestamptz[]) r`,
    [
      column('id'),
      column('name'),
      column('grade'),
      column('rank'),
      column('amount'),
      column('due'),
      column('isOpen'),
      column('changedAt'),
      parent,
    ],
  );
};

// The arbitrary below builds them so.
const within = (value: unknown) => value as FilterInput;
// As above.
const listWithin = (value: unknown) => value as readonly FilterInput[];

/** The same filter, decided row by row, in the plainest way. A comparison with nothing holds never. */
export const holds = (filter: FilterInput, row: Row): boolean =>
  Object.entries(filter).every(([name, value]) => {
    if (value === null || value === undefined) return true;
    if (name === 'and') return listWithin(value).every((each) => holds(each, row));
    if (name === 'or') return listWithin(value).some((each) => holds(each, row));
    if (name === 'not') return !holds(within(value), row);
    // The names of filter fields are those of the row.
    const field = name as keyof Row;
    return Object.entries(value).every(([operator, wanted]) => compares(operator, field, row[field], wanted));
  });

type Value = Row[keyof Row];

const compares = (operator: string, name: keyof Row, actual: Value, wanted: unknown): boolean => {
  if (wanted === null || wanted === undefined) return true;
  if (operator === 'isNull') return (actual === null) === wanted;
  if (actual === null) return false;
  if (Array.isArray(wanted)) return wanted.some((each) => order(name, actual, each) === 0);
  return stands(operator, typeof wanted === 'string' && String(actual).startsWith(wanted), order(name, actual, wanted));
};

const stands = (operator: string, isBegun: boolean, difference: number): boolean => {
  const outcomes = new Map([
    ['startsWith', isBegun],
    ['eq', difference === 0],
    ['gt', difference > 0],
    ['gte', difference >= 0],
    ['lt', difference < 0],
    ['lte', difference <= 0],
  ]);
  return outcomes.get(operator) ?? false;
};

/** Amounts exactly, since a double could not tell them apart; text by its bytes, as the database has it. */
const order = (name: keyof Row, a: unknown, b: unknown): number => {
  if (typeof a !== 'string') return Number(a) - Number(b);
  if (name !== 'amount') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return Number(scaled(a) - scaled(String(b)));
};

const scaled = (value: string) => BigInt(value.includes('.') ? value.replace('.', '') : `${value}0000`);

const anyOf = <Value>(values: Arbitrary<Value | null>) => values.filter((value) => value !== null);
const comparisons = (values: Arbitrary<unknown>, operators: readonly string[]) =>
  record(
    {
      ...Object.fromEntries(operators.map((operator) => [operator, option(anyOf(values), { freq: 9 })])),
      in: array(anyOf(values), { maxLength: 3 }),
      isNull: option(boolean(), { freq: 9 }),
    },
    { requiredKeys: [] },
  );

const ORDERED = ['eq', 'gt', 'gte', 'lt', 'lte'];
const ids = oneof(integer({ min: 0, max: 10_006 }).map(idOfRow), constantFrom(idOfRow(0), idOfRow(7919)));
const leaf = oneof(
  record({ id: comparisons(ids, ['eq']) }),
  record({ name: comparisons(constantFrom('n0', 'n', 'nA1', 'n甲2', ''), ['eq', 'startsWith']) }),
  record({ grade: comparisons(VALUES.grade, ['eq']) }),
  record({ rank: comparisons(VALUES.rank, ORDERED) }),
  record({ amount: comparisons(VALUES.amount, ORDERED) }),
  record({ due: comparisons(VALUES.due, ORDERED) }),
  record({ isOpen: comparisons(VALUES.isOpen, ['eq']) }),
  record({ changedAt: comparisons(VALUES.changedAt, ORDERED) }),
);

/** Filters of every shape that clients can send, empty lists and empty objects among them. */
export const filters: Arbitrary<FilterInput> = letrec<{ filter: FilterInput }>((tie) => ({
  filter: oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    record(
      {
        and: array(tie('filter'), { maxLength: 3 }),
        or: option(array(tie('filter'), { maxLength: 3 }), { freq: 5 }),
        not: option(tie('filter'), { freq: 3 }),
        rank: comparisons(VALUES.rank, ORDERED),
      },
      { requiredKeys: [] },
    ),
  ),
})).filter;
