import type { Access } from './access.ts';
import { type Columns, toSql } from './predicate-sql.ts';
import type { Predicate } from './predicate.ts';
import type { Action, RecordType } from './vocabulary.ts';

/** A type whose records are guarded: the table (with alias) and where its facts are. */
export type Guarded = {
  readonly type: RecordType;
  readonly from: string;
  readonly id: string;
  readonly columns: Columns;
  /** When shares are made of another type's record (a contact is shared with its customer). */
  readonly sharedAs?: RecordType;
};

type Query = {
  readonly query: <Row extends object>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>;
};

/** The condition under which the actor may do something to rows of a guarded type; values go to `params`. */
export const reachSql = (access: Access, action: Action, guarded: Guarded, params: unknown[]): string =>
  toSql(sharedAs(access.predicate(guarded.type, action), guarded.sharedAs), guarded.columns, params);

/** The predicate, with shares looked up under another type. */
const sharedAs = (predicate: Predicate, type: RecordType | undefined): Predicate =>
  predicate.kind !== 'any' || !type
    ? predicate
    : { kind: 'any', of: predicate.of.map((each) => (each.kind === 'sharedWith' ? { ...each, type } : each)) };

/**
 * How far the actor reaches one record: `hidden` looks as if it did not exist; `visible` may be read, and the action
 * is forbidden; `allowed`. Decided by the very conditions that lists use.
 */
export const recordReach = async (
  sql: Query,
  access: Access,
  action: Action,
  guarded: Guarded,
  id: string,
): Promise<'hidden' | 'visible' | 'allowed'> => {
  const params: unknown[] = [id];
  const [row] = await sql.query<{ may_read: boolean; may_act: boolean }>(
    `select ${reachSql(access, 'read', guarded, params)} as may_read, ${reachSql(access, action, guarded, params)} as may_act
       from ${guarded.from} where ${guarded.id} = $1`,
    params,
  );
  if (!row?.may_read) return 'hidden';
  return row.may_act ? 'allowed' : 'visible';
};
