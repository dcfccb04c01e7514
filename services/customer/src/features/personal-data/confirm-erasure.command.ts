import { accept } from '@crm/kernel';
import type { Reaction } from '@crm/persistence';

import { erasureCompleted, erasureConfirmed } from './erasure.event.ts';
import { erasures } from './erasure.repository.ts';
import { type ErasureId, type Receipt, afterReceipt, progressOf } from './erasure.rules.ts';

/** Writes down that a service has done its part, for those who follow it; with the last one the erasure is complete. */
export const confirmErasure = async ({ transact, actor }: Reaction, id: ErasureId, receipt: Receipt): Promise<void> => {
  await transact(actor, async ({ db, claim, announce }) => {
    const erasure = await erasures(db).hold(id);
    if (!erasure) return accept(null);
    const confirmations = await erasures(db).confirmations(id);
    const step = afterReceipt(erasure, confirmations, receipt.service);
    if (step === 'known') return accept(null);
    const at = await claim('personal-data', id);
    const { done, total } = progressOf(erasure, confirmations);
    await erasures(db).confirm(id, receipt);
    announce(erasureConfirmed(at, done + 1, total, receipt.confirmedAt));
    if (step === 'completed') {
      await erasures(db).complete(id, receipt.confirmedAt);
      announce(erasureCompleted(at, erasure, receipt.confirmedAt));
    }
    return accept(null);
  });
};
