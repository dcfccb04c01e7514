import { createHash } from 'node:crypto';

import { type Result, accept, refuse } from '@crm/kernel';

import { type Sql, type SqlParams, allOf } from './sql.ts';

/** What a list is ordered by. `sql` is an expression over the row; `type` is its Postgres type. */
export type OrderTerm = {
  readonly sql: string;
  readonly type: 'text' | 'uuid' | 'timestamptz' | 'date' | 'integer' | 'bigint' | 'numeric' | 'boolean';
  readonly direction: 'ASC' | 'DESC';
  /** Where rows without a value stand; null when the column is never null (then an index serves the page directly). */
  readonly nulls: 'FIRST' | 'LAST' | null;
};

export type PageRequest = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
};

export type Page<Row> = {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

export type PageRefusal =
  | { readonly kind: 'page-size-out-of-range'; readonly argument: 'first' | 'last'; readonly max: number }
  | { readonly kind: 'first-and-last' }
  | { readonly kind: 'bad-cursor'; readonly argument: 'after' | 'before' }
  | { readonly kind: 'field-not-queryable'; readonly field: string };

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

export type List = {
  /** Columns of the row, as written behind `select`. */
  readonly columns: string;
  readonly from: string;
  /** Conditions whose values are already in `params`. */
  readonly where: readonly string[];
  readonly params: SqlParams;
  readonly order: readonly OrderTerm[];
  /** Breaks ties, so that the order is total. */
  readonly id: string;
};

/**
 * One page by keyset: the cost does not grow with the page's number, and a row that comes or goes meanwhile moves no
 * other. Cursors carry the exact values ordered by and are good for this order only. `first` (default 20) or `last`,
 * 0 … 100. One query.
 */
export const fetchPage = async <Row extends object>(
  sql: Sql,
  list: List,
  request: PageRequest,
): Promise<Result<Page<Row>, PageRefusal>> => {
  const plan = planPage(list, request);
  if (!plan.ok) return plan;

  const found = await sql.query<Keyed<Row>>(plan.value.text, list.params.values);
  return accept(pageOf(list, request, plan.value, found));
};

/** A row with the values it is ordered by. */
type Keyed<Row> = Row & { readonly page_key: readonly (string | null)[] };

const pageOf = <Row>(
  list: List,
  request: PageRequest,
  { size, backwards }: { readonly size: number; readonly backwards: boolean },
  found: readonly Keyed<Row>[],
): Page<Row> => {
  const more = found.length > size;
  const kept = found.slice(0, size);
  if (backwards) kept.reverse();
  return {
    edges: kept.map((node) => ({ node, cursor: writeCursor(list, node.page_key) })),
    hasNextPage: backwards ? Boolean(request.before) : more,
    hasPreviousPage: backwards ? more : Boolean(request.after),
  };
};

/**
 * A page of each of several lists that differ by their parent only, in one query: `parent` is the column that names it.
 * Every parent has its page, an empty one at least.
 */
export const fetchPagesOf = async <Row extends object>(
  sql: Sql,
  list: List,
  parent: string,
  parentIds: readonly string[],
  request: PageRequest,
): Promise<Result<ReadonlyMap<string, Page<Row>>, PageRefusal>> => {
  const ids = list.params.add(parentIds);
  const plan = planPage({ ...list, where: [...list.where, `${parent} = parents.id`] }, request);
  if (!plan.ok) return plan;

  const found = await sql.query<Keyed<Row> & { readonly parent_id: string }>(
    `select parents.id as parent_id, numbered.* from unnest(${ids}::uuid[]) as parents (id)
      cross join lateral (select page.*, row_number() over () as place from (${plan.value.text}) page) numbered
      order by numbered.place`,
    list.params.values,
  );
  const byParent = Map.groupBy(found, ({ parent_id }) => parent_id);
  return accept(new Map(parentIds.map((id) => [id, pageOf<Row>(list, request, plan.value, byParent.get(id) ?? [])])));
};

/** The statement behind a page, for EXPLAIN: the same text that `fetchPage` runs. */
export const planPage = (list: List, request: PageRequest) => {
  const size = sizeOf(request);
  if (!size.ok) return size;
  const backwards = request.last != null;
  const terms = totalOrder(list);
  const conditions = [...list.where];
  for (const argument of ['after', 'before'] as const) {
    const cursor = request[argument];
    if (!cursor) continue;
    const key = readCursor(list, cursor);
    if (!key) return refuse({ kind: 'bad-cursor', argument } as const);
    conditions.push(beyond(argument === 'after' ? terms : terms.map(reversed), key, list.params));
  }

  const keys = terms.map(({ sql: expression }) => `(${expression})::text`).join(', ');
  const order = (backwards ? terms.map(reversed) : terms).map(orderSql).join(', ');
  const text = `select ${list.columns}, array[${keys}] as page_key from ${list.from}
    where ${allOf(conditions)} order by ${order} limit ${String(size.value + 1)}`;
  return accept({ text, size: size.value, backwards });
};

/** Ties go the way of the last term: a list in one direction is one range of an index. */
const totalOrder = ({ order, id }: List): readonly OrderTerm[] => [
  ...order,
  { sql: id, type: 'uuid', direction: order.at(-1)?.direction ?? 'ASC', nulls: null },
];

const sizeOf = ({ first, last }: PageRequest): Result<number, PageRefusal> => {
  if (first != null && last != null) return refuse({ kind: 'first-and-last' });
  const size = last ?? first ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return accept(size);
  return refuse({ kind: 'page-size-out-of-range', argument: last == null ? 'first' : 'last', max: MAX_PAGE_SIZE });
};

const reversed = (term: OrderTerm): OrderTerm => ({
  ...term,
  direction: term.direction === 'ASC' ? 'DESC' : 'ASC',
  nulls: term.nulls && (term.nulls === 'FIRST' ? 'LAST' : 'FIRST'),
});

const orderSql = ({ sql, direction, nulls }: OrderTerm) =>
  `${sql} ${direction}${nulls === null ? '' : ` nulls ${nulls}`}`;

/** Rows that stand behind `key` in the order of `terms`. */
const beyond = (terms: readonly OrderTerm[], key: readonly (string | null)[], params: SqlParams): string => {
  const bound = terms.map(({ type }, place) => {
    const value = key[place] ?? null;
    return value === null ? null : `${params.add(value)}::${type}`;
  });
  const simple = terms.every(({ nulls, direction }) => nulls === null && direction === terms[0]?.direction);
  if (simple) {
    // A row comparison is one range of the index; the OR below is not.
    const operator = terms[0]?.direction === 'ASC' ? '>' : '<';
    return `(${terms.map(({ sql }) => sql).join(', ')}) ${operator} (${bound.join(', ')})`;
  }
  return terms
    .map((term, place) =>
      [...terms.slice(0, place).map((each, nth) => same(each, bound[nth] ?? null)), behind(term, bound[place] ?? null)]
        .map((each) => `(${each})`)
        .join(' and '),
    )
    .join(' or ');
};

const same = ({ sql }: OrderTerm, value: string | null) => (value === null ? `${sql} is null` : `${sql} = ${value}`);

const behind = ({ sql, direction, nulls }: OrderTerm, value: string | null) => {
  if (value === null) return nulls === 'FIRST' ? `${sql} is not null` : 'false';
  const further = `${sql} ${direction === 'ASC' ? '>' : '<'} ${value}`;
  return nulls === 'LAST' ? `${further} or ${sql} is null` : further;
};

/** Names the order and vouches for the values: a cursor of another order, or one that was changed, is refused. */
const markOf = ({ order, id }: List, key: readonly unknown[]) =>
  createHash('sha256')
    .update(JSON.stringify([order, id, key]))
    .digest('base64url')
    .slice(0, 8);

const writeCursor = (list: List, key: readonly (string | null)[]) =>
  Buffer.from(JSON.stringify([markOf(list, key), ...key])).toString('base64url');

const readCursor = (list: List, cursor: string): readonly (string | null)[] | null => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== list.order.length + 2) return null;
    const key: unknown[] = parts.slice(1);
    if (parts[0] !== markOf(list, key)) return null;
    return key.every((each) => each === null || typeof each === 'string') ? key : null;
  } catch {
    return null;
  }
};

/** Counting stops here: nobody reads "1 234 567 rows" exactly, and counting them costs seconds. */
export const COUNT_LIMIT = 10_000;

/** How many rows there are, up to the limit. */
export const countRows = async (sql: Sql, { from, where, params }: Pick<List, 'from' | 'where' | 'params'>) => {
  const [row] = await sql.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from ${from} where ${allOf(where)} limit ${String(COUNT_LIMIT + 1)}) s`,
    params.values,
  );
  const n = row?.n ?? 0;
  return { value: Math.min(n, COUNT_LIMIT), isExact: n <= COUNT_LIMIT };
};

/** How many rows each of several lists has, up to the limit, in one query. */
export const countRowsOf = async (
  sql: Sql,
  { from, where, params }: List,
  parent: string,
  parentIds: readonly string[],
) => {
  const ids = params.add(parentIds);
  const rows = await sql.query<{ id: string; n: number }>(
    `select parents.id, (select count(*)::int from (
              select 1 from ${from} where ${allOf([...where, `${parent} = parents.id`])} limit ${String(COUNT_LIMIT + 1)}) s) as n
       from unnest(${ids}::uuid[]) as parents (id)`,
    params.values,
  );
  return new Map(rows.map(({ id, n }) => [id, { value: Math.min(n, COUNT_LIMIT), isExact: n <= COUNT_LIMIT }]));
};
