/**
 * The table of shares, in every service whose records can be shared.
 * @param isolate the tenant policy of a table (`isolateTenants` of @crm/persistence).
 */
export const createRecordShareSql = (isolate: (table: string) => string) => `
  create table record_share (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    record_type text not null,
    record_id uuid not null,
    grantee_type text not null check (grantee_type in ('EMPLOYEE', 'DEPARTMENT', 'PARTNER')),
    grantee_id uuid not null,
    level text not null check (level in ('READ', 'EDIT')),
    until_at timestamptz,
    primary key (tenant_id, record_type, record_id, grantee_id)
  );
  create index record_share_of_grantee on record_share (tenant_id, grantee_id, record_type)
    include (record_id, level, until_at);
  ${isolate('record_share')}
`;
