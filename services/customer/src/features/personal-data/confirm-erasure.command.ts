import { accept } from '@crm/kernel';
import type { Reaction } from '@crm/persistence';

import { erasureCompleted } from './erasure.event.ts';
import { erasures } from './erasure.repository.ts';
import { type ErasureId, type Receipt, afterReceipt } from './erasure.rules.ts';

/** Writes down that a service has done its part; with the last one the erasure is complete. */
export const confirmErasure = async ({ transact, actor }: Reaction, id: ErasureId, receipt: Receipt): Promise<void> => {
  await transact(actor, async ({ db, claim, announce }) => {
    const erasure = await erasures(db).hold(id);
    if (!erasure) return accept(null);
    const step = afterReceipt(erasure, await erasures(db).confirmations(id), receipt.service);
    if (step === 'known') return accept(null);
    await erasures(db).confirm(id, receipt);
    if (step === 'completed') {
      await erasures(db).complete(id, receipt.confirmedAt);
      announce(erasureCompleted(await claim('personal-data', id), erasure, receipt.confirmedAt));
    }
    return accept(null);
  });
};
