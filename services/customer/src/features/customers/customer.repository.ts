import { forgetForSearch, indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { partyData } from '../../party/party.repository.ts';
import type { ContactPoint } from '../../party/contact-point.rules.ts';
import { CustomerEntity } from './customer.entity.ts';
import type { Customer, CustomerId } from './customer.rules.ts';

/** Found by names and numbers, by everybody who sees the customer. */
export const SEARCHED_AS = 'Customer';
/** Found by phone and e-mail, by those who may see these in full. */
export const REACHED_AS = 'CustomerContactPoint';

export const customers = (db: EntityManager) => ({
  find: (id: CustomerId): Promise<Customer | null> => db.getRepository(CustomerEntity).findOneBy({ id }),

  add: async (customer: Customer) => {
    await db.getRepository(CustomerEntity).insert(customer);
    await index(db, customer);
  },

  save: async (customer: Customer) => {
    await db.getRepository(CustomerEntity).update({ id: customer.id }, customer);
    await index(db, customer);
  },

  /** Leaves nothing by which the person could be read, reached or found. */
  clear: async (customer: Customer) => {
    await db.getRepository(CustomerEntity).update({ id: customer.id }, customer);
    await partyData(db).clearContactPoints(customer.id);
    await partyData(db).clearAddresses(customer.id);
    await forgetForSearch(sqlOf(db), [SEARCHED_AS, REACHED_AS], customer.id);
  },

  /** Of a new one: there is nothing to clear away. */
  addContactPoints: async (id: CustomerId, points: readonly ContactPoint[]) => {
    if (points.length === 0) return;
    await partyData(db).addContactPoints(id, points);
    await reachable(db, id, points);
  },

  replaceContactPoints: async (id: CustomerId, points: readonly ContactPoint[]) => {
    await partyData(db).clearContactPoints(id);
    await partyData(db).addContactPoints(id, points);
    await reachable(db, id, points);
  },

  /** Whether `ancestor` is the customer itself or anywhere above it: hierarchies have no cycles. */
  isAbove: async (ancestor: CustomerId, of: CustomerId): Promise<boolean> => {
    const [row] = await db.query<{ found: boolean }[]>(
      `with recursive above as (
         select id, parent_id from customer where id = $1
         union select c.id, c.parent_id from customer c join above a on c.id = a.parent_id
       ) select exists (select from above where id = $2) as found`,
      [of, ancestor],
    );
    return row?.found ?? false;
  },
});

const index = (db: EntityManager, { id, name, shortName, customerNo, registrationNo }: Customer) =>
  indexForSearch(sqlOf(db), SEARCHED_AS, id, [name, shortName, customerNo, registrationNo]);

const reachable = (db: EntityManager, id: CustomerId, points: readonly ContactPoint[]) => {
  const texts = points.flatMap(({ value, normalized }) => [value, normalized]);
  return indexForSearch(sqlOf(db), REACHED_AS, id, texts);
};
