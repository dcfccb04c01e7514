import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The marketing service holds no personal value of an erased person any more. */
export const marketingPersonalDataErasedV1 = personalDataReceipt('marketing');

export type MarketingPersonalDataErased = DataOf<typeof marketingPersonalDataErasedV1>;
