import type { DataSource } from 'typeorm';

type Column = { readonly table_name: string; readonly column_name: string; readonly is_nullable: 'YES' | 'NO' };

/**
 * Where entities and tables have grown apart: a column only one of them knows, or that may be null in one and not in
 * the other. `tenant_id` belongs to the database alone. Empty when they agree.
 */
export const entityDrift = async (dataSource: DataSource): Promise<readonly string[]> => {
  const columns = await dataSource.query<Column[]>(
    `select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'`,
  );
  return dataSource.entityMetadatas.flatMap(({ tableName, columns: mapped }) => {
    const actual = new Map(columns.filter((each) => each.table_name === tableName).map((c) => [c.column_name, c]));
    const wanted = new Map(mapped.map((each) => [each.databaseName, each]));
    return [
      ...[...wanted.keys()]
        .filter((name) => !actual.has(name))
        .map((name) => `${tableName}.${name} is not in the table`),
      ...[...actual.keys()]
        .filter((name) => name !== 'tenant_id' && !wanted.has(name))
        .map((name) => `${tableName}.${name} is not in the entity`),
      ...[...wanted]
        .filter(
          ([name, { isNullable }]) => actual.has(name) && (actual.get(name)?.is_nullable === 'YES') !== isNullable,
        )
        .map(([name]) => `${tableName}.${name} is nullable in one and not in the other`),
    ];
  });
};

/** Tables that hold rows of tenants are those with `tenant_id`; these few hold none. */
const WITHOUT_TENANT = ['migrations'];

/** Tables that the database does not keep apart by tenant: without `tenant_id`, or without forced row-level security. */
export const unprotectedTables = async (dataSource: DataSource, except: readonly string[] = []) => {
  const rows = await dataSource.query<{ name: string }[]>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not (c.relname = any($1))
        and not (c.relrowsecurity and c.relforcerowsecurity
                 and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
                 and exists (select from pg_policy p where p.polrelid = c.oid))
      order by 1`,
    [[...WITHOUT_TENANT, ...except]],
  );
  return rows.map(({ name }) => name);
};
