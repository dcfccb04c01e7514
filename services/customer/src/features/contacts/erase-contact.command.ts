import { type Caller, recordReach } from '@crm/access';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import { type Work, sqlOf } from '@crm/persistence';

import { contactErased, contactGone } from './contact.event.ts';
import { GUARDED_CONTACT } from './contact.guard.ts';
import { contacts } from './contact.repository.ts';
import { type ContactId, eraseDetails } from './contact.rules.ts';

type WhoIsErased = { readonly personCustomer: Id<'Customer'> | null };

/** Whether the caller may erase a contact, live or in the bin; and the person customer that it is, if it is one. */
export const mayEraseContact = async (
  { db }: Work,
  { access }: Caller,
  id: ContactId,
): Promise<Result<WhoIsErased, CommonRefusal>> => {
  const reach = await recordReach(sqlOf(db), access, 'erase', GUARDED_CONTACT, id);
  const contact = reach === 'hidden' ? null : await contacts(db).find(id);
  if (!contact) return refuse({ kind: 'not-found', what: 'Contact', path: ['input', 'contactId'] });
  if (reach === 'visible') return refuse({ kind: 'forbidden', permission: 'Contact.erase' });
  return accept({ personCustomer: contact.isPersonOfCustomer ? contact.customerId : null });
};

/** Clears a contact for good, inside the transaction of the erasure; gives the version that ended it. */
export const eraseContact = async ({ db, claim, announce, actor }: Work, id: ContactId, now: Date): Promise<number> => {
  const at = await claim('contact', id);
  const contact = await contacts(db).find(id);
  if (!contact) throw new TypeError('A contact that may be erased is there: nothing deletes rows');
  const stamp = { version: at.version, updatedAt: now, updatedBy: actor.employee };
  const after = { ...contact, ...eraseDetails(contact, now), ...stamp };
  await contacts(db).clear(after);
  announce(contactErased(at, contact, now), contactGone(at, now));
  return at.version;
};
