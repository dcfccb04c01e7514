import type { SqlParams } from './sql.ts';

/** A field that lists can be filtered by: where it is found, and how it compares. */
export type FilterField =
  | {
      readonly kind: 'text';
      readonly sql: string;
      /** Condition for "contains"; given the placeholder. */ readonly contains?: (placeholder: string) => string;
    }
  | { readonly kind: 'id' | 'enum' | 'boolean'; readonly sql: string }
  | { readonly kind: 'timestamptz' | 'date' | 'integer' | 'numeric'; readonly sql: string };

export type FilterFields = Readonly<Record<string, FilterField>>;

/** The shape all filter inputs share: `and`, `or`, `not`, and comparisons by field. */
export type FilterInput = Readonly<Record<string, unknown>>;

const SQL_TYPE = {
  text: 'text',
  enum: 'text',
  id: 'uuid',
  boolean: 'boolean',
  timestamptz: 'timestamptz',
  date: 'date',
  integer: 'integer',
  numeric: 'numeric',
} as const;

const COMPARE: Readonly<Record<string, string>> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };

/**
 * Compiles a filter to a condition. Null and undefined members are left out; fields of one object must all hold.
 * `not` is true for rows where the inner condition is unknown (null): what is not there does not match.
 * Throws on a field that `fields` does not name: the schema and the map must agree.
 */
export const compileFilter = (
  filter: FilterInput | null | undefined,
  fields: FilterFields,
  params: SqlParams,
): string => {
  const conditions = entriesOf(filter).map(([name, value]) => {
    if (name === 'and') return join(value, 'and', fields, params);
    if (name === 'or') return join(value, 'or', fields, params);
    if (name === 'not') return `not coalesce(${compileFilter(inner(value), fields, params)}, false)`;
    const field = fields[name];
    if (!field) throw new TypeError(`no filter field "${name}"`);
    return compare(field, inner(value), params);
  });
  return conditions.length === 0 ? 'true' : conditions.map((each) => `(${each})`).join(' and ');
};

// The schema says so: what is in a filter by a name other than a comparison's is a filter, or a list of them.
const inner = (value: unknown) => value as FilterInput;
// As above.
const innerList = (value: unknown) => value as readonly FilterInput[];

const entriesOf = (filter: FilterInput | null | undefined) =>
  Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);

const join = (value: unknown, operator: 'and' | 'or', fields: FilterFields, params: SqlParams) => {
  const parts = innerList(value).map((each) => `(${compileFilter(each, fields, params)})`);
  // `or: []` matches nothing, `and: []` everything: as in every logic.
  return parts.length > 0 ? parts.join(` ${operator} `) : String(operator === 'and');
};

const compare = (field: FilterField, comparison: FilterInput, params: SqlParams) => {
  const type = SQL_TYPE[field.kind];
  const conditions = entriesOf(comparison).map(([operator, value]) => {
    if (operator === 'isNull') return `${field.sql} is ${value === true ? '' : 'not '}null`;
    if (field.kind === 'id') return compareId(field.sql, operator, value, params);
    if (operator === 'in') return `${field.sql} = any(${params.add(value)}::${type}[])`;
    if (operator === 'startsWith') return startsWith(field.sql, String(value), params);
    if (operator === 'contains') return contains(field, String(value), params);
    const symbol = COMPARE[operator];
    if (!symbol) throw new TypeError(`no comparison "${operator}"`);
    return `${field.sql} ${symbol} ${params.add(value)}::${type}`;
  });
  return conditions.length === 0 ? 'true' : conditions.map((each) => `(${each})`).join(' and ');
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is no id identifies nothing: it matches no row, and the database is not asked to read it. */
const compareId = (column: string, operator: string, value: unknown, params: SqlParams) => {
  // The schema says so: a list of ids.
  const wanted = operator === 'in' ? (value as readonly string[]) : [String(value)];
  return `${column} = any(${params.add(wanted.filter((each) => UUID.test(each)))}::uuid[])`;
};

const LAST_CODE_POINT = '\u{10FFFF}';

/** As a range, since LIKE is not leakproof and would not use the index under row-level security. */
const startsWith = (column: string, prefix: string, params: SqlParams) => {
  const start = params.add(prefix);
  return `${column} >= ${start}::text and ${column} < ${params.add(prefix + LAST_CODE_POINT)}::text`;
};

const contains = (field: FilterField, value: string, params: SqlParams) => {
  if (field.kind !== 'text' || !field.contains) throw new TypeError(`"contains" is not offered for ${field.sql}`);
  // Every text contains nothing at all; a search for nothing finds nothing.
  if (value.normalize('NFKC').trim() === '') return `${field.sql} is not null`;
  return field.contains(params.add(value));
};
