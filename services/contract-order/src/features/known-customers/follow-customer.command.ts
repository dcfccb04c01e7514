import type { Work } from '@crm/persistence';

import { type KnownCustomer, keepKnownCustomer } from './known-customer.repository.ts';

/** What the customer service says of a customer; null: it is gone for good. */
export type CustomerNews = Omit<KnownCustomer, 'id' | 'version'> | null;

const GONE = { ownerId: null, departmentId: null, isDeleted: true } as const;

/** Takes over what is new of a customer; older news change nothing. */
export const followCustomer = (
  { db }: Pick<Work, 'db'>,
  { id, version }: Pick<KnownCustomer, 'id' | 'version'>,
  news: CustomerNews,
) => keepKnownCustomer(db, { id, version, ...(news ?? GONE) });
