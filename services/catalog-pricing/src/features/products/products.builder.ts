import { type Caller, accessFor, buildDirectory } from '@crm/access';
import { type Id, clockAt, newId } from '@crm/kernel';
import { type Read, type Sql, migrate, openDatabase, readOn, transactOn } from '@crm/persistence';
import { migrationsOf } from '@crm/runtime';
import { startDatabase } from '@crm/testing';

import { catalogPricingService } from '../../service.ts';
import { productsFeature } from './products.feature.ts';

/** Somebody of a company, of a new one unless said otherwise. */
export const aCaller = (role: string, tenant: Id<'Tenant'> = newId('Tenant')): Caller => {
  const actor = {
    tenant,
    subject: 'somebody',
    employee: newId('Employee'),
    departmentPath: [],
    roles: [role],
    scopes: [],
    customer: null,
    partner: null,
    requestId: 'request-1',
    causedBy: null,
    traceparent: null,
  };
  return { actor, access: accessFor(actor, buildDirectory({ departments: [], employees: [], roles: [] })) };
};

/** The feature on a database of its own, which tells what was asked of it. */
export const startProducts = async () => {
  const database = await startDatabase({
    migrate: (ownerUrl) => migrate(ownerUrl, migrationsOf(catalogPricingService)),
  });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: catalogPricingService.entities,
    applicationName: 'products',
  });
  const asked: string[] = [];
  const plain = readOn(dataSource);
  const read: Read = (actor, look) => plain(actor, (sql) => look(told(sql, asked)));
  return {
    products: productsFeature({ transact: transactOn(dataSource), read, clock: clockAt('2026-11-22T09:00:00Z') }),
    asked,
    dataSource,
    look: <Value>({ actor }: Caller, at: (sql: Sql) => Promise<Value>) => plain(actor, at),
    /** What was announced of a product, in order. */
    announced: ({ actor }: Caller, id: string) =>
      plain(actor, (sql) =>
        sql.query<{ type: string; version: number; payload: string }>(
          `select type, aggregate_version as version, payload from outbox where aggregate_id = $1 order by id`,
          [id],
        ),
      ),
    stop: async () => {
      await dataSource.destroy();
      await database.stop();
    },
  };
};

const told = (sql: Sql, asked: string[]): Sql => ({
  query: (text, values) => {
    asked.push(text);
    return sql.query(text, values);
  },
});
