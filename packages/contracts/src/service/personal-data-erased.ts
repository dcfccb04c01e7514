import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The service service holds no personal value of an erased person any more. */
export const servicePersonalDataErasedV1 = personalDataReceipt('service');

export type ServicePersonalDataErased = DataOf<typeof servicePersonalDataErasedV1>;
