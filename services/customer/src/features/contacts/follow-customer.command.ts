import type { AggregateAt, Fact } from '@crm/contracts';
import { type Id, newId } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import type { ContactPoint } from '../../party/contact-point.rules.ts';
import { contactCreated, contactDeleted, contactRestored, contactState, contactUpdated } from './contact.event.ts';
import { contacts } from './contact.repository.ts';
import type { Contact } from './contact.rules.ts';

/** What a contact needs to know of its customer to follow it; always inside the customer's own transaction. */
type CustomerFollowed = {
  readonly id: Id<'Customer'>;
  readonly name: string;
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  readonly updatedAt: Date;
  readonly updatedBy: Id<'Employee'> | null;
};

/** A person customer's own contact: made with it, and kept in step with its name and the ways to reach it. */
export const keepPersonContact = async (work: Work, person: CustomerFollowed, points: readonly ContactPoint[]) => {
  const known = await contacts(work.db).personOf(person.id);
  const contact = known ?? newPersonContact(person);
  const at = await work.claim('contact', contact.id);
  const { name, ownerId, departmentId, updatedAt, updatedBy } = person;
  const after: Contact = { ...contact, name, ownerId, departmentId, updatedAt, updatedBy, version: at.version };
  await (known ? contacts(work.db).save(after) : contacts(work.db).add(after));
  // The same ways to reach somebody, with ids of the contact's own.
  const copies = points.map((point) => ({ ...point, id: newId('ContactPoint') }));
  await contacts(work.db).replaceContactPoints(after.id, copies);
  const announced = known ? contactUpdated(at, after, ['name', 'contactPoints']) : contactCreated(at, after);
  work.announce(announced, contactState(at, after));
};

const newPersonContact = ({ id, name, ownerId, departmentId, updatedAt, updatedBy }: CustomerFollowed): Contact => ({
  id: newId('Contact', updatedAt.getTime()),
  customerId: id,
  isPersonOfCustomer: true,
  name,
  title: null,
  department: null,
  buyingRole: null,
  influence: null,
  attitude: null,
  reportsToId: null,
  ownerId,
  departmentId,
  version: 1,
  createdAt: updatedAt,
  createdBy: updatedBy,
  updatedAt,
  updatedBy,
  deletedAt: null,
  erasedAt: null,
});

type Step = {
  readonly to: Partial<Contact>;
  readonly announce: (at: AggregateAt, contact: Contact) => Fact;
};

const each = async (work: Work, found: readonly Contact[], now: Date, { to, announce }: Step) => {
  for (const contact of found) {
    const at = await work.claim('contact', contact.id);
    const after = { ...contact, ...to, version: at.version, updatedAt: now, updatedBy: work.actor.employee };
    await contacts(work.db).save(after);
    work.announce(announce(at, after), contactState(at, after));
  }
};

type Owner = Pick<Contact, 'ownerId' | 'departmentId'>;

/** Contacts go where their customer goes: to its owner, into the bin, and back out of it. */
export const contactsFollow = {
  owner: async (work: Work, customer: Id<'Customer'>, owner: Owner, now: Date) =>
    each(work, await contacts(work.db).liveOf(customer), now, {
      to: owner,
      announce: (at, contact) => contactUpdated(at, contact, ['ownerId']),
    }),

  deletion: async (work: Work, customer: Id<'Customer'>, now: Date) =>
    each(work, await contacts(work.db).liveOf(customer), now, { to: { deletedAt: now }, announce: contactDeleted }),

  /** Only what was deleted with the customer: what was deleted before stays so. */
  restoration: async (work: Work, customer: Id<'Customer'>, deletedAt: Date, now: Date) =>
    each(work, await contacts(work.db).deletedOf(customer, deletedAt), now, {
      to: { deletedAt: null },
      announce: contactRestored,
    }),
};
