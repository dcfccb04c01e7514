import { type Caller, mayAsk, reachSql } from '@crm/access';
import type { Id } from '@crm/kernel';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  type Work,
  allOf,
  fetchList,
  sqlParams,
} from '@crm/persistence';

import { GUARDED_DEPARTMENT } from './department.guard.ts';
import { SEARCHED_AS } from './department.repository.ts';
import type { Department } from './department.rules.ts';

/** A department as it is read: what resolvers pass on. */
export type DepartmentRow = Department;

const COLUMNS = `t.id, t.name, t.parent_id as "parentId", t.version, t.created_at as "createdAt", t.updated_at as "updatedAt"`;

/** What lists of departments can be filtered and ordered by: each by an index. */
export const DEPARTMENT_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_DEPARTMENT.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    parentId: { kind: 'id', sql: 't.parent_id' },
    name: {
      kind: 'text',
      sql: 't.name',
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
  },
  defaultOrder: [{ field: 'NAME', direction: 'ASC' }],
};

/** The departments the caller sees, a page of them. */
export const listDepartments =
  (read: Read) =>
  ({ actor, access }: Caller, request: ListRequest, count: boolean): Promise<Listed<DepartmentRow>> =>
    read(actor, (sql) =>
      fetchList<DepartmentRow>(sql, DEPARTMENT_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Department'),
        where: (params) => [reachSql(access, 'read', GUARDED_DEPARTMENT, params.values)],
      }),
    );

/** The departments with these ids that the caller sees. */
export const departmentsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly DepartmentRow[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_DEPARTMENT, params.values);
      return sql.query<DepartmentRow>(
        `select ${COLUMNS} from ${GUARDED_DEPARTMENT.from} where ${allOf([wanted, seen])}`,
        params.values,
      );
    });

export type AncestorRow = DepartmentRow & { readonly descendantId: string };

/** What stands above each of these departments, from the top down, as far as the caller sees it: one query for all. */
export const departmentAncestors =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly AncestorRow[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const seen = reachSql(access, 'read', GUARDED_DEPARTMENT, params.values);
      return sql.query<AncestorRow>(
        `with recursive up as (
           select id as descendant_id, parent_id, 1 as height from department where id = any(${wanted}::uuid[])
           union all
           select up.descendant_id, d.parent_id, up.height + 1 from up join department d on d.id = up.parent_id
         )
         select up.descendant_id as "descendantId", ${COLUMNS}
           from up join ${GUARDED_DEPARTMENT.from} on t.id = up.parent_id
          where ${seen} order by up.descendant_id, up.height desc`,
        params.values,
      );
    });

/** Whether there is such a department. Asked by other features in their transaction. */
export const departmentExists = async ({ db }: Pick<Work, 'db'>, id: Id<'Department'>): Promise<boolean> => {
  const rows = await db.query<object[]>(`select 1 from department where id = $1`, [id]);
  return rows.length > 0;
};
