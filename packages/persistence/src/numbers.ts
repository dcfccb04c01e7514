import { isolateTenants, tenantColumn } from './tenant-isolation.ts';
import type { Sql } from './sql.ts';

export const createNumbersSql = `
  create table number_range (
    ${tenantColumn},
    name text not null,
    last bigint not null,
    primary key (tenant_id, name)
  );
  ${isolateTenants('number_range')}
`;

/**
 * The next human number of a range, such as 42: without gaps, since a transaction that fails gives it back. Holds the
 * range until the transaction ends: take it last, just before the row is written.
 */
export const nextNumber = async (sql: Sql, name: string): Promise<number> => {
  const [row] = await sql.query<{ last: string }>(
    `insert into number_range (name, last) values ($1, 1)
     on conflict (tenant_id, name) do update set last = number_range.last + 1 returning last`,
    [name],
  );
  return Number(row?.last);
};
