import type { Caller } from '@crm/access';
import { listLoaderOf, loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { addressesOf, contactPointsOf } from '../../party/party.queries.ts';
import { createCustomer } from './create-customer.command.ts';
import { customerActions, customersByIds, listCustomers } from './customer.queries.ts';
import {
  type MoveParts,
  assignCustomer,
  deleteCustomer,
  pinCustomerLifecycle,
  restoreCustomer,
} from './move-customer.commands.ts';
import { updateCustomer } from './update-customer.command.ts';

/** All that can be asked of customers, and what one request asks for together. */
export const customersFeature = (parts: MoveParts & { readonly read: Read }) => {
  const byIds = customersByIds(parts.read);
  const actions = customerActions(parts.read);
  return {
    createCustomer: createCustomer(parts),
    updateCustomer: updateCustomer(parts),
    assignCustomer: assignCustomer(parts),
    pinCustomerLifecycle: pinCustomerLifecycle(parts),
    deleteCustomer: deleteCustomer(parts),
    restoreCustomer: restoreCustomer(parts),
    list: listCustomers(parts.read),
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      actionsOf: loaderOf(
        (ids) => actions(caller, ids),
        ({ id }) => id,
      ),
      addressesOf: listLoaderOf(
        (ids) => parts.read(caller.actor, (sql) => addressesOf(sql, ids)),
        ({ partyId }) => partyId,
      ),
      contactPointsOf: listLoaderOf(
        (ids) => parts.read(caller.actor, (sql) => contactPointsOf(sql, ids)),
        ({ partyId }) => partyId,
      ),
    }),
  };
};

export type CustomersFeature = ReturnType<typeof customersFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type CustomersApi = CustomersFeature & ReturnType<CustomersFeature['perRequest']>;
