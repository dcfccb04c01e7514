import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The catalog-pricing service holds no personal value of an erased person any more. */
export const catalogPricingPersonalDataErasedV1 = personalDataReceipt('catalog-pricing');

export type CatalogPricingPersonalDataErased = DataOf<typeof catalogPricingPersonalDataErasedV1>;
