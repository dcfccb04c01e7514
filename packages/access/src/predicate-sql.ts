import type { Condition, Predicate, RecordFacts } from './predicate.ts';

/** Takes a value and answers its position, counted from 1: any array of query values, as `sqlParams().values`. */
export type SqlParams = { readonly push: (value: unknown) => number };

/** Where a query finds what a predicate asks of a record: `{ owner: 't.owner_id', … }`. Left out or null: the type has none. */
export type Columns = { readonly [Fact in keyof RecordFacts]?: string | null };

/**
 * The predicate as a condition for `where`, its values appended to `params`. It is true or false, never null, so it
 * may be negated or selected as well. Needs `record_share` (see `createRecordShareSql`) when a record can be shared.
 *
 * Only leakproof operators, and no correlated sub-select: anything else would keep the tenant policy from using
 * an index. The shares are read once, as an array, and not once for every row.
 * @param columns SQL of the caller's own making, never a client's words.
 */
export const toSql = (predicate: Predicate, columns: Columns, params: SqlParams): string => {
  switch (predicate.kind) {
    case 'none':
      return 'false';
    case 'all':
      return 'true';
    case 'any':
      return disjunction(predicate.of.flatMap((condition) => conditionSql(condition, columns, params) ?? []));
  }
};

const disjunction = (conditions: readonly string[]) =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;

const conditionSql = (condition: Condition, columns: Columns, params: SqlParams): string | null => {
  switch (condition.kind) {
    case 'ownedBy':
      return isId(columns.owner, condition.employee, params);
    case 'inDepartments':
      return inDepartments(condition.departments, columns, params);
    case 'sharedWith':
      return sharedWith(condition, columns, params);
    case 'customerIs':
      return isId(columns.customer, condition.customer, params);
    case 'partnerIs':
      return isId(columns.partner, condition.partner, params);
  }
};

/** `is not null` makes the answer false, instead of unknown, where the column is empty. */
const isId = (column: string | null | undefined, id: string, params: SqlParams) =>
  column ? `(${column} is not null and ${column} = $${String(params.push(id))}::uuid)` : null;

const inDepartments = (departments: readonly string[], { owner, department }: Columns, params: SqlParams) => {
  if (!department) return null;
  const isOwned = owner ? `${owner} is not null and ` : '';
  return `(${isOwned}${department} is not null and ${department} = any($${String(params.push(departments))}::uuid[]))`;
};

const sharedWith = (
  { type, grantees, level }: Extract<Condition, { kind: 'sharedWith' }>,
  { record }: Columns,
  params: SqlParams,
) => {
  if (!record) return null;
  const shares = `select s.record_id from record_share s
     where s.record_type = $${String(params.push(type))}::text
       and s.grantee_id = any($${String(params.push(grantees))}::uuid[])${level === 'EDIT' ? `\n       and s.level = 'EDIT'` : ''}
       and (s.until_at is null or s.until_at > now())`;
  return `(${record} is not null and ${record} = any(array(${shares})))`;
};
