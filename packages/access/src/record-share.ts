/**
 * The table of shares, in every service whose records can be shared.
 * @param isolate the tenant policy of a table (`isolateTenants` of @crm/persistence).
 */
export const createRecordShareSql = (isolate: (table: string) => string) => `
  create table record_share (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null default gen_random_uuid(),
    version integer not null default 1,
    record_type text not null,
    record_id uuid not null,
    grantee_type text not null check (grantee_type in ('EMPLOYEE', 'DEPARTMENT', 'PARTNER')),
    grantee_id uuid not null,
    level text not null check (level in ('READ', 'EDIT')),
    until_at timestamptz,
    primary key (tenant_id, record_type, record_id, grantee_id)
  );
  create unique index record_share_id on record_share (tenant_id, id);
  create index record_share_of_grantee on record_share (tenant_id, grantee_id, record_type)
    include (record_id, level, until_at);
  ${isolate('record_share')}
`;

type Sql = { readonly query: <Row extends object>(text: string, values: unknown[]) => Promise<readonly Row[]> };

export type ShareRow = {
  readonly id: string;
  readonly version: number;
  readonly recordType: string;
  readonly recordId: string;
  readonly granteeType: string;
  readonly granteeId: string;
  readonly level: string;
  readonly until: Date | string | null;
};

/** Keeps a share at its newest version: one for each record and grantee. */
export const upsertShare = async (sql: Sql, row: ShareRow) => {
  await sql.query(
    `insert into record_share (id, version, record_type, record_id, grantee_type, grantee_id, level, until_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, record_type, record_id, grantee_id) do update
        set id = excluded.id, version = excluded.version, level = excluded.level, until_at = excluded.until_at
      where record_share.id <> excluded.id or record_share.version < excluded.version`,
    [row.id, row.version, row.recordType, row.recordId, row.granteeType, row.granteeId, row.level, row.until],
  );
};

/** Ends a share, unless it was made anew since. */
export const deleteShare = async (sql: Sql, { id, version }: Pick<ShareRow, 'id' | 'version'>) => {
  await sql.query(`delete from record_share where id = $1 and version < $2`, [id, version]);
};
