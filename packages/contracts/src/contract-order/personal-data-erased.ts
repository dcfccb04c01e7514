import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The contract-order service holds no personal value of an erased person any more. */
export const contractOrderPersonalDataErasedV1 = personalDataReceipt('contract-order');

export type ContractOrderPersonalDataErased = DataOf<typeof contractOrderPersonalDataErasedV1>;
