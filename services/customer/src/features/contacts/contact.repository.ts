import { forgetForSearch, indexForSearch, sqlOf } from '@crm/persistence';
import { type EntityManager, IsNull } from 'typeorm';

import type { ContactPoint } from '../../party/contact-point.rules.ts';
import { partyData } from '../../party/party.repository.ts';
import { ContactEntity } from './contact.entity.ts';
import type { Contact, ContactId } from './contact.rules.ts';

/** Found by name, by everybody who sees the contact. */
export const SEARCHED_AS = 'Contact';
/** Found by phone and e-mail, by those who may see these in full. */
export const REACHED_AS = 'ContactContactPoint';

export const contacts = (db: EntityManager) => ({
  find: (id: ContactId): Promise<Contact | null> => db.getRepository(ContactEntity).findOneBy({ id }),

  personOf: (customerId: Contact['customerId']): Promise<Contact | null> =>
    db.getRepository(ContactEntity).findOneBy({ customerId, isPersonOfCustomer: true }),

  /** In the order in which they are locked: two who move the same customer do not wait for each other in a circle. */
  liveOf: (customerId: Contact['customerId']): Promise<readonly Contact[]> =>
    db.getRepository(ContactEntity).find({ where: { customerId, deletedAt: IsNull() }, order: { id: 'asc' } }),

  deletedOf: (customerId: Contact['customerId'], deletedAt: Date): Promise<readonly Contact[]> =>
    db
      .getRepository(ContactEntity)
      .find({ where: { customerId, deletedAt, erasedAt: IsNull() }, order: { id: 'asc' } }),

  add: async (contact: Contact) => {
    await db.getRepository(ContactEntity).insert(contact);
    await indexForSearch(sqlOf(db), SEARCHED_AS, contact.id, [contact.name]);
  },

  save: async (contact: Contact) => {
    await db.getRepository(ContactEntity).update({ id: contact.id }, contact);
    await indexForSearch(sqlOf(db), SEARCHED_AS, contact.id, [contact.name]);
  },

  /** Leaves nothing by which the person could be read, reached or found. */
  clear: async (contact: Contact) => {
    await db.getRepository(ContactEntity).update({ id: contact.id }, contact);
    await partyData(db).clearContactPoints(contact.id);
    await partyData(db).clearAddresses(contact.id);
    await forgetForSearch(sqlOf(db), [SEARCHED_AS, REACHED_AS], contact.id);
  },

  /** Of a new one: there is nothing to clear away. */
  addContactPoints: async (id: ContactId, points: readonly ContactPoint[]) => {
    if (points.length === 0) return;
    await partyData(db).addContactPoints(id, points);
    await reachable(db, id, points);
  },

  replaceContactPoints: async (id: ContactId, points: readonly ContactPoint[]) => {
    await partyData(db).clearContactPoints(id);
    await partyData(db).addContactPoints(id, points);
    await reachable(db, id, points);
  },
});

const reachable = (db: EntityManager, id: ContactId, points: readonly ContactPoint[]) => {
  const texts = points.flatMap(({ value, normalized }) => [value, normalized]);
  return indexForSearch(sqlOf(db), REACHED_AS, id, texts);
};
