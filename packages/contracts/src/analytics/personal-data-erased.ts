import type { DataOf } from '../contract.ts';
import { personalDataReceipt } from '../personal-data-receipt.ts';

/** The analytics service holds no personal value of an erased person any more. */
export const analyticsPersonalDataErasedV1 = personalDataReceipt('analytics');

export type AnalyticsPersonalDataErased = DataOf<typeof analyticsPersonalDataErasedV1>;
