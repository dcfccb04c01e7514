import type { Contract } from './contract.ts';
import * as analytics from './analytics/index.ts';
import * as catalogPricing from './catalog-pricing/index.ts';
import * as contractOrder from './contract-order/index.ts';
import * as customer from './customer/index.ts';
import * as marketing from './marketing/index.ts';
import { redactedOf } from './redacted.ts';
import * as sales from './sales/index.ts';
import * as service from './service/index.ts';

const SERVICES: readonly Readonly<Record<string, Contract>>[] = [
  analytics,
  catalogPricing,
  contractOrder,
  customer,
  marketing,
  sales,
  service,
];

/** Every event that the services announce. */
export const ALL_CONTRACTS: readonly Contract[] = SERVICES.flatMap((events) => Object.values(events));

/** Every event that is on a topic: what is announced, and the redacted states made of it. Topics and catalogue list it. */
export const PUBLISHED_CONTRACTS: readonly Contract[] = ALL_CONTRACTS.flatMap((contract) => {
  const variant = redactedOf(contract);
  return variant ? [contract, variant] : [contract];
});

/** The events one service publishes. */
export const contractsOf = (service: string) => PUBLISHED_CONTRACTS.filter(({ owner }) => owner === service);
