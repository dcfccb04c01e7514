import type { Contract } from './contract.ts';
import * as customer from './customer/index.ts';

/** Every event of the suite: topics, catalogue and checks are made from this list. */
export const ALL_CONTRACTS: readonly Contract[] = [customer].flatMap((service) => Object.values(service));

/** The events one service announces. */
export const contractsOf = (service: string) => ALL_CONTRACTS.filter(({ owner }) => owner === service);
