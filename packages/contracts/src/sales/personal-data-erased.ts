import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The sales service holds no personal value of an erased person any more. */
export const salesPersonalDataErasedV1 = personalDataReceipt('sales');

export type SalesPersonalDataErased = DataOf<typeof salesPersonalDataErasedV1>;
