import type { Contract } from './contract.ts';
import * as catalogPricing from './catalog-pricing/index.ts';
import * as contractOrder from './contract-order/index.ts';
import * as customer from './customer/index.ts';
import * as marketing from './marketing/index.ts';
import * as sales from './sales/index.ts';
import * as service from './service/index.ts';

const SERVICES: readonly Readonly<Record<string, Contract>>[] = [
  catalogPricing,
  contractOrder,
  customer,
  marketing,
  sales,
  service,
];

/** Every event of the suite: topics, catalogue and checks are made from this list. */
export const ALL_CONTRACTS: readonly Contract[] = SERVICES.flatMap((events) => Object.values(events));

/** The events one service announces. */
export const contractsOf = (service: string) => ALL_CONTRACTS.filter(({ owner }) => owner === service);
