import { type Delivered, PERSONAL_DATA_RECEIPTS, type PersonalDataReceipt } from '@crm/contracts';
import { idOf } from '@crm/kernel';
import type { Subscription } from '@crm/messaging';
import type { Reaction } from '@crm/persistence';

import { confirmErasure } from './confirm-erasure.command.ts';

/** Counts the receipts of all services, our own among them. */
export const onPersonalDataErased: readonly Subscription[] = PERSONAL_DATA_RECEIPTS.map((to) => ({
  to,
  kind: 'effect',
  handle: async ({ aggregate, occurredAt, data }: Delivered<PersonalDataReceipt>, reaction: Reaction) => {
    if (!data) return;
    const { records, archived, parked } = data;
    const receipt = { service: to.owner, confirmedAt: occurredAt, records, archived, parked };
    await confirmErasure(reaction, idOf(aggregate.id), receipt);
  },
}));
