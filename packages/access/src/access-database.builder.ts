import { idOf, refuse } from '@crm/kernel';
import { type Sql, isolateTenants, migrate, openDatabase, sqlOf, tenantColumn, transactOn } from '@crm/persistence';
import { startDatabase } from '@crm/testing';

import { TENANT, anActor } from './access.builder.ts';
import { createDirectorySql } from './projection.ts';
import { createRecordShareSql } from './record-share.ts';

/** Records of some service, with everything that a predicate can ask for, indexed as a service would. */
const CREATE_RECORD = `
  create table record (
    ${tenantColumn},
    id uuid not null,
    owner_id uuid,
    department_id uuid,
    customer_id uuid,
    partner_id uuid,
    primary key (tenant_id, id)
  );
  create index record_owner on record (tenant_id, owner_id);
  create index record_department on record (tenant_id, department_id);
  ${isolateTenants('record')}
`;

export const RECORD_COLUMNS = {
  record: 't.id',
  owner: 't.owner_id',
  department: 't.department_id',
  customer: 't.customer_id',
  partner: 't.partner_id',
};

class CreateAccessTables1 {
  readonly name = 'CreateAccessTables1700000000000';
  up = async (runner: { readonly query: (text: string) => Promise<unknown> }) => {
    await runner.query(
      [createRecordShareSql(isolateTenants), createDirectorySql(isolateTenants), CREATE_RECORD].join(`\n`),
    );
  };
  down = () => Promise.reject(new Error('there is no way back'));
}

/** A database with the tables of this package, and a way to use it as the app role inside one tenant; nothing is kept. */
export const startAccessDatabase = async () => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, [CreateAccessTables1]) });
  const dataSource = await openDatabase({ url: database.appUrl, entities: [], applicationName: 'access' });
  const transact = transactOn(dataSource);
  return {
    inTenant: async <Value>(look: (sql: Sql) => Promise<Value>, tenant: string = TENANT): Promise<Value> => {
      const actor = anActor({ tenant: idOf<'Tenant'>(tenant) });
      const decision = await transact(actor, async ({ db }) => refuse({ seen: await look(sqlOf(db)) }));
      if (decision.ok) throw new Error('a refusal rolls back; nothing else was decided');
      return decision.refusal.seen;
    },
    stop: async () => {
      await dataSource.destroy();
      await database.stop();
    },
  };
};
