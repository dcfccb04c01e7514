import type { Caller } from '@crm/access';
import { loaderOf, pagesLoaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import {
  deleteServiceRequest,
  restoreServiceRequest,
  updateServiceRequest,
} from './change-service-request.commands.ts';
import { type RequestParts, createServiceRequest } from './create-service-request.command.ts';
import {
  assignServiceRequest,
  cancelServiceRequest,
  closeServiceRequest,
  pauseServiceRequest,
  reopenServiceRequest,
  resolveServiceRequest,
  startServiceRequest,
} from './move-service-request.commands.ts';
import { actionsOn } from './request-actions.rules.ts';
import { isPortal } from './service-request.guard.ts';
import { listRequests, requestsByIds, requestsOfCustomers, rightsByIds } from './service-request.queries.ts';
import type { ServiceRequest } from './service-request.rules.ts';

/** All that can be asked of service requests, and what one request of a client asks for together. */
export const serviceRequestsFeature = (parts: RequestParts & { readonly read: Read }) => {
  const byIds = requestsByIds(parts.read);
  const rights = rightsByIds(parts.read);
  const ofCustomers = requestsOfCustomers(parts.read);
  return {
    create: createServiceRequest(parts),
    update: updateServiceRequest(parts),
    assign: assignServiceRequest(parts),
    start: startServiceRequest(parts),
    pause: pauseServiceRequest(parts),
    resolve: resolveServiceRequest(parts),
    close: closeServiceRequest(parts),
    reopen: reopenServiceRequest(parts),
    cancel: cancelServiceRequest(parts),
    delete: deleteServiceRequest(parts),
    restore: restoreServiceRequest(parts),
    list: listRequests(parts.read),
    perRequest: (caller: Caller) => {
      const rightsOf = loaderOf(
        (ids) => rights(caller, ids),
        ({ id }) => id,
      );
      return {
        byId: loaderOf(
          (ids) => byIds(caller, ids),
          ({ id }) => id,
        ),
        ofCustomers: pagesLoaderOf((ids, request, count) => ofCustomers(caller, ids, request, count)),
        rightsOf,
        actionsOn: async (request: ServiceRequest) => {
          const may = await rightsOf.load(request.id);
          return may ? actionsOn(request, may, isPortal(caller), parts.clock.now()) : [];
        },
      };
    },
  };
};

export type ServiceRequestsFeature = ReturnType<typeof serviceRequestsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type ServiceRequestsApi = ServiceRequestsFeature & ReturnType<ServiceRequestsFeature['perRequest']>;
