/**
 * The database itself keeps tenants apart: outside a unit of work `app.tenant` is empty, and nothing is seen.
 * Forced, so that it binds the table's owner too; the app role is neither owner nor BYPASSRLS.
 */
export const isolateTenants = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant_isolation on ${table}
    using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
`;

/**
 * Lets functions that run with the owner's rights (`security definer`) work across tenants: the relay, timers, replay.
 * The app role gains nothing by it: it reaches such rows through those functions alone.
 */
export const ownerSeesAll = (table: string) => `create policy owner_sees_all on ${table} to current_user using (true);`;

export const tenantColumn = `tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid`;
