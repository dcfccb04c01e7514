import type { DepartmentRow, DirectoryRows, EmployeeRow } from './directory.ts';
import type { RoleRow } from './role.ts';

/** The part of a connection that is needed here: both a unit of work's `db` and the `Sql` of @crm/persistence have it. */
export type Sql = { readonly query: <Row extends object>(text: string, values: unknown[]) => Promise<readonly Row[]> };

/** A row as of one version of its aggregate. */
export type Versioned<Row> = Row & { readonly id: string; readonly version: number };

const TENANT = `tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid`;

/**
 * A service's own copy of the directory, kept by the events of the customer service's state topics.
 * Deleted rows stay, marked: a late event of an older version must not bring them back.
 * @param isolate the tenant policy of a table (`isolateTenants` of @crm/persistence).
 */
export const createDirectorySql = (isolate: (table: string) => string) => `
  create table access_department (
    ${TENANT},
    id uuid not null,
    parent_id uuid,
    version integer not null,
    deleted boolean not null default false,
    primary key (tenant_id, id)
  );
  create table access_employee (
    ${TENANT},
    id uuid not null,
    department_id uuid,
    active boolean not null default false,
    roles text[] not null default '{}',
    version integer not null,
    deleted boolean not null default false,
    primary key (tenant_id, id)
  );
  create table access_role (
    ${TENANT},
    id uuid not null,
    key text not null default '',
    name text,
    permissions jsonb not null default '{}',
    fields jsonb not null default '{}',
    version integer not null,
    deleted boolean not null default false,
    primary key (tenant_id, id)
  );
  ${['access_department', 'access_employee', 'access_role'].map(isolate).join('\n')}
`;

type Table = 'access_department' | 'access_employee' | 'access_role';

/** Keeps the newest version, whatever the order of arrival; a repeat changes nothing. Runs in a unit of work of the tenant. */
const upsert = async (sql: Sql, table: Table, row: Readonly<Record<string, unknown>>) => {
  const columns = Object.keys(row);
  await sql.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${String(at + 1)}`).join(', ')})
     on conflict (tenant_id, id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
      where ${table}.version < excluded.version`,
    Object.values(row),
  );
};

export const upsertDepartment = (sql: Sql, { id, parentId, version }: Versioned<DepartmentRow>) =>
  upsert(sql, 'access_department', { id, parent_id: parentId, version, deleted: false });

export const upsertEmployee = (sql: Sql, { id, departmentId, active, roles, version }: Versioned<EmployeeRow>) =>
  upsert(sql, 'access_employee', { id, department_id: departmentId, active, roles, version, deleted: false });

export const upsertRole = (sql: Sql, { id, key, name, permissions, fields, version }: Versioned<RoleRow>) =>
  upsert(sql, 'access_role', {
    id,
    key,
    name: name ?? null,
    permissions: JSON.stringify(permissions),
    fields: JSON.stringify(fields),
    version,
    deleted: false,
  });

type Gone = { readonly id: string; readonly version: number };

/** What a tombstone on the department's state topic says. */
export const deleteDepartment = (sql: Sql, { id, version }: Gone) =>
  upsert(sql, 'access_department', { id, version, deleted: true });

/** He stays known as one who left, so that a token which still names his roles gives him nothing. */
export const deleteEmployee = (sql: Sql, { id, version }: Gone) =>
  upsert(sql, 'access_employee', { id, department_id: null, active: false, roles: [], version, deleted: true });

/** The tenant's own definition is gone; the default one of the same key, if there is one, holds again. */
export const deleteRole = (sql: Sql, { id, version }: Gone) =>
  upsert(sql, 'access_role', { id, version, deleted: true });

/** Everything `buildDirectory` needs, for the tenant of the connection's unit of work. */
export const loadDirectoryRows = async (sql: Sql): Promise<DirectoryRows> => ({
  departments: await sql.query<DepartmentRow>(
    `select id, parent_id as "parentId" from access_department where not deleted`,
    [],
  ),
  employees: await sql.query<EmployeeRow>(
    `select id, department_id as "departmentId", active and not deleted as active, roles from access_employee`,
    [],
  ),
  roles: await sql.query<RoleRow>(`select key, name, permissions, fields from access_role where not deleted`, []),
});
