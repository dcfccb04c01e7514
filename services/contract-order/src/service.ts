import path from 'node:path';

import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { ContractEntity } from './features/contracts/contract.entity.ts';
import { contractsFeature } from './features/contracts/contracts.feature.ts';
import { seesCustomer } from './features/known-customers/known-customer.queries.ts';
import { CreateContracts1764000000001 } from './migrations/1764000000001-create-contracts.ts';
import { resolvers } from './resolvers.ts';
import { subscriptions } from './subscriptions.ts';

/** Puts the features together: what one needs of another is handed over here, and nowhere else. */
const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const contracts = contractsFeature({ ...parts, seesCustomer });

  return {
    resolvers,
    subscriptions,
    contextOf: (caller, language) => ({
      caller,
      language,
      contracts: { ...contracts, ...contracts.perRequest(caller) },
    }),
  };
};

export const contractOrderService: ServiceDefinition<RequestContext> = {
  name: 'contract-order',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [ContractEntity],
  migrations: [CreateContracts1764000000001],
  wire,
};
