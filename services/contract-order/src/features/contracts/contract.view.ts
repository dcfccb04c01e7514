import { seenOnce } from '@crm/access';
import type { Money } from '@crm/kernel';

import type { Contract } from './contract.rules.ts';

type SeenContract = Omit<Contract, 'amount'> & { readonly amount: Money | null };

/** A contract as the reader may see it: what his roles hide is null, what they mask is masked; half an amount is none. */
export const seenContract = seenOnce((contract: Contract, access): SeenContract => ({
  ...contract,
  name: access.shown('Contract', 'name', contract.name, 'text') ?? '****',
  amount: access.queryable('Contract', 'amount') ? contract.amount : null,
  voidedBecause: access.shown('Contract', 'voidedBecause', contract.voidedBecause, 'text'),
}));
