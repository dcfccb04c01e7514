import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The customer service holds no personal value of an erased person any more. */
export const customerPersonalDataErasedV1 = personalDataReceipt('customer');

export type CustomerPersonalDataErased = DataOf<typeof customerPersonalDataErasedV1>;
