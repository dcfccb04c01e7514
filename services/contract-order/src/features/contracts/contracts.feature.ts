import type { Caller } from '@crm/access';
import { loaderOf, pagesLoaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { contractActions, contractsByIds, contractsOfCustomers, listContracts } from './contract.queries.ts';
import type { Contract } from './contract.rules.ts';
import { type ContractParts, createContract } from './create-contract.command.ts';
import {
  archiveContract,
  assignContract,
  deleteContract,
  restoreContract,
  voidContract,
} from './move-contract.commands.ts';
import { updateContract } from './update-contract.command.ts';

/** All that can be asked of contracts, and what one request asks for together. */
export const contractsFeature = (parts: ContractParts & { readonly read: Read }) => {
  const byIds = contractsByIds(parts.read);
  const actions = contractActions(parts.read);
  const ofCustomers = contractsOfCustomers(parts.read);
  return {
    createContract: createContract(parts),
    updateContract: updateContract(parts),
    assignContract: assignContract(parts),
    voidContract: voidContract(parts),
    archiveContract: archiveContract(parts),
    deleteContract: deleteContract(parts),
    restoreContract: restoreContract(parts),
    list: listContracts(parts.read),
    byIds,
    actions,
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      actionsOf: loaderOf(
        (ids) => actions(caller, ids),
        ({ id }) => id,
      ),
      ofCustomers: pagesLoaderOf<Contract>((ids, request, count) => ofCustomers(caller, ids, request, count)),
    }),
  };
};

export type ContractsFeature = ReturnType<typeof contractsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type ContractsApi = ContractsFeature & ReturnType<ContractsFeature['perRequest']>;
