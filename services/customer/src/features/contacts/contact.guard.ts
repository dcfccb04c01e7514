import { type Action, type Caller, type Guarded, recordReach } from '@crm/access';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { contacts } from './contact.repository.ts';
import type { Contact, ContactId } from './contact.rules.ts';

/** A contact is seen by who sees its customer: it carries the customer's owner, and is shared with it. */
export const GUARDED_CONTACT: Guarded = {
  type: 'Contact',
  from: 'contact t',
  id: 't.id',
  columns: { record: 't.customer_id', owner: 't.owner_id', department: 't.department_id', customer: 't.customer_id' },
  sharedAs: 'Customer',
};

type Held = { readonly contact: Contact; readonly at: Awaited<ReturnType<Work['claim']>> };

/** Locks a contact, checks that the caller may do this to it, and that it is at the version the caller read. */
export const holdContact = async (
  { db, claim }: Work,
  { access }: Caller,
  action: Action,
  id: ContactId,
  expectedVersion: number,
): Promise<Result<Held, CommonRefusal>> => {
  const at = await claim('contact', id);
  const reach = await recordReach(sqlOf(db), access, action, GUARDED_CONTACT, id);
  const contact = reach === 'hidden' ? null : await contacts(db).find(id);
  if (!contact) return refuse({ kind: 'not-found', what: 'Contact', path: ['input', 'id'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: `Contact.${action}` });
  if (contact.version !== expectedVersion) return refuse({ kind: 'conflict', currentVersion: contact.version });
  return accept({ contact, at });
};

/** The customer a contact belongs to, as far as contacts need to know it. Answered by the customers feature. */
export type CustomerOfContact = {
  readonly kind: 'ORGANIZATION' | 'PERSON';
  readonly country: string | null;
  readonly ownerId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
  /** Whether the caller may change the customer: a share to edit counts, one to read does not. */
  readonly mayChange: boolean;
};

/** Locks a live customer that the caller sees against change; null when there is none. */
export type HoldCustomerOfContact = (
  work: Work,
  caller: Caller,
  id: Id<'Customer'>,
) => Promise<CustomerOfContact | null>;
