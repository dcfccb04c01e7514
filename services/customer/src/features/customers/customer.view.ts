import { type Access, seenOnce } from '@crm/access';

import type { AddressRow } from '../../party/party.queries.ts';
import type { Customer } from './customer.rules.ts';

/** Fields that roles may be forbidden to see; id, number, kind and times say nothing and stay. */
const RESTRICTABLE = [
  'shortName',
  'familyName',
  'givenName',
  'gender',
  'birthday',
  'maritalStatus',
  'industry',
  'registrationNo',
  'country',
  'province',
  'city',
  'size',
  'organizationType',
  'website',
  'grade',
  'source',
] as const satisfies readonly (keyof Customer)[];

/** A customer as the reader may see it: what his roles hide is null, what they mask is masked. */
export const seenCustomer = seenOnce((customer: Customer, access): Customer => {
  const restricted = RESTRICTABLE.filter((field) => access.fieldRule('Customer', field) !== null);
  if (restricted.length === 0 && access.fieldRule('Customer', 'name') === null) return customer;
  const shown = restricted.map((field) => [field, access.shown('Customer', field, customer[field], 'text')]);
  // Each value replaces one of the same field, by itself, by null, or by masked text.
  return { ...customer, ...(Object.fromEntries(shown) as Partial<Customer>), name: seenName(customer.name, access) };
});

/** A name cannot be null: hidden, it is masked. */
const seenName = (name: string, access: Access) => access.shown('Customer', 'name', name, 'text') ?? '****';

/** The places of a customer, as the reader may see them: without the street when masked. */
export const seenAddresses = (addresses: readonly AddressRow[], access: Access): readonly AddressRow[] =>
  addresses.flatMap((address) => {
    const line = access.shown('Customer', 'addresses', address.line, 'text');
    return line === null ? [] : [{ ...address, line }];
  });
