import { type Caller, matches } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import { type Transact, type Work, once } from '@crm/persistence';

import { type ContactPointInput, readContactPoints } from '../../party/contact-point.rules.ts';
import { contactCreated, contactState } from './contact.event.ts';
import type { CustomerOfContact, HoldCustomerOfContact } from './contact.guard.ts';
import { contacts } from './contact.repository.ts';
import { type Contact, type ContactChanges, type ContactId, draftContact } from './contact.rules.ts';

export type NewContact = ContactChanges & {
  readonly idempotencyKey?: string | null;
  readonly customerId: Id<'Customer'>;
  readonly contactPoints: readonly ContactPointInput[];
};

export type CreateContact = (caller: Caller, input: NewContact) => Promise<Result<ContactId, CommonRefusal>>;

export type ContactParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly holdCustomer: HoldCustomerOfContact;
};

export const createContact =
  (parts: ContactParts): CreateContact =>
  (caller, input) =>
    parts.transact(caller.actor, (work) => {
      const said = { operation: 'createContact', key: input.idempotencyKey, input };
      return once(work, said, () => addContact(parts, work, caller, input));
    });

const addContact = async (
  parts: ContactParts,
  work: Work,
  caller: Caller,
  input: NewContact,
): Promise<Result<ContactId, CommonRefusal>> => {
  const allowed = caller.access.require('Contact', 'create');
  if (!allowed.ok) return allowed;
  const customer = await parts.holdCustomer(work, caller, input.customerId);
  if (!customer) return refuse({ kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] } as const);
  const now = parts.clock.now();
  const draft = await readDraft(work, customer, input, now);
  if (!draft.ok) return draft;

  const contact = born(caller, customer, input, draft.value.details, now);
  if (!customer.mayChange && !mayCreate(caller, contact))
    return refuse({ kind: 'forbidden', permission: 'Contact.create' } as const);
  const at = await work.claim('contact', contact.id);
  await contacts(work.db).add(contact);
  await contacts(work.db).addContactPoints(contact.id, draft.value.points);
  work.announce(contactCreated(at, contact), contactState(at, contact));
  return accept(contact.id);
};

const readDraft = async ({ db }: Work, { kind, country }: CustomerOfContact, input: NewContact, now: Date) => {
  const details = draftContact(input);
  const points = readContactPoints(input.contactPoints, country, [], () => newId('ContactPoint', now.getTime()));
  const superior = await superiorProblem(contacts(db).find, input.customerId, input.reportsToId ?? null);
  const problems = [
    ...(kind === 'PERSON'
      ? [
          {
            path: ['input', 'customerId'],
            problem: 'not-allowed-here',
            because: 'a person is its own contact',
          } as const,
        ]
      : []),
    ...(details.ok ? [] : details.refusal.problems),
    ...points.problems,
    ...superior,
  ];
  return details.ok && problems.length === 0
    ? accept({ details: details.value, points: points.value })
    : refuse({ kind: 'invalid-input', problems } as const);
};

/** Whoever is reported to works for the same customer. */
export const superiorProblem = async (
  find: (id: ContactId) => Promise<Contact | null>,
  customerId: Id<'Customer'>,
  superiorId: ContactId | null,
) => {
  if (!superiorId) return [];
  const superior = await find(superiorId);
  return superior?.customerId === customerId && superior.erasedAt === null
    ? []
    : [{ path: ['input', 'reportsToId'], problem: 'unknown', what: 'Contact' } as const];
};

const born = (
  { actor }: Caller,
  { ownerId, departmentId }: CustomerOfContact,
  { customerId }: NewContact,
  details: Pick<Contact, keyof ContactChanges>,
  now: Date,
): Contact => ({
  ...details,
  id: newId('Contact', now.getTime()),
  customerId,
  isPersonOfCustomer: false,
  ownerId,
  departmentId,
  version: 1,
  createdAt: now,
  createdBy: actor.employee,
  updatedAt: now,
  updatedBy: actor.employee,
  deletedAt: null,
  erasedAt: null,
});

const mayCreate = ({ access }: Caller, { customerId, ownerId, departmentId }: Contact) => {
  const predicate = access.predicate('Contact', 'create');
  const facts = { record: customerId, owner: ownerId, department: departmentId, customer: customerId };
  return matches(predicate, facts, [], new Date(0));
};
