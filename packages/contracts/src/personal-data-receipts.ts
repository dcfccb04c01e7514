import { analyticsPersonalDataErasedV1 } from './analytics/index.ts';
import { catalogPricingPersonalDataErasedV1 } from './catalog-pricing/index.ts';
import { contractOrderPersonalDataErasedV1 } from './contract-order/index.ts';
import { customerPersonalDataErasedV1 } from './customer/index.ts';
import { marketingPersonalDataErasedV1 } from './marketing/index.ts';
import { salesPersonalDataErasedV1 } from './sales/index.ts';
import { servicePersonalDataErasedV1 } from './service/index.ts';

/** The receipt of each service: an erasure is complete when all of these have come. */
export const PERSONAL_DATA_RECEIPTS = [
  analyticsPersonalDataErasedV1,
  catalogPricingPersonalDataErasedV1,
  contractOrderPersonalDataErasedV1,
  customerPersonalDataErasedV1,
  marketingPersonalDataErasedV1,
  salesPersonalDataErasedV1,
  servicePersonalDataErasedV1,
] as const;

export type PersonalDataReceipt = (typeof PERSONAL_DATA_RECEIPTS)[number];
