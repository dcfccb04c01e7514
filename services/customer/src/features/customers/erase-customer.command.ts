import type { Id } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import { customerErased, customerGone } from './customer.event.ts';
import { customers } from './customer.repository.ts';
import { type CustomerId, eraseDetails } from './customer.rules.ts';

/** Clears a person customer for good, inside the transaction that erases its contact; gives the version that ended it. */
export const eraseCustomer = async (
  { db, claim, announce, actor }: Work,
  id: CustomerId,
  contactId: Id<'Contact'>,
  now: Date,
): Promise<number> => {
  const at = await claim('customer', id);
  const customer = await customers(db).find(id);
  if (!customer) throw new TypeError('A person’s contact has its customer: the table says so');
  const stamp = { version: at.version, updatedAt: now, updatedBy: actor.employee };
  await customers(db).clear({ ...customer, ...eraseDetails(customer, now), ...stamp });
  announce(customerErased(at, contactId, now), customerGone(at, now));
  return at.version;
};
