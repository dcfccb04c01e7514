import path from 'node:path';

import { STATE_SEGMENT_MS, eraseArchive, isErased } from '@crm/messaging';
import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { placeOfCustomer } from './features/known-customers/known-customer.queries.ts';
import { SAY_AGAIN_TIMER, eraseRequests, sayClearedAgain } from './features/service-requests/erase-requests.command.ts';
import { ServiceRequestEntity } from './features/service-requests/service-request.entity.ts';
import { serviceRequestsFeature } from './features/service-requests/service-requests.feature.ts';
import { CreateServiceRequests1764000000001 } from './migrations/1764000000001-create-service-requests.ts';
import { AddMoveReason1764000000002 } from './migrations/1764000000002-add-move-reason.ts';
import { resolvers } from './resolvers.ts';
import { subscriptions } from './subscriptions.ts';

const HOUR = 3_600_000;

/** Puts the features together: what one needs of another is handed over here, and nowhere else. */
const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const serviceRequests = serviceRequestsFeature({ ...parts, placeOfCustomer, isErased });

  return {
    resolvers,
    subscriptions,
    eraseOwn: eraseRequests({ ...parts, eraseArchive, sayAgainAfterMs: STATE_SEGMENT_MS + HOUR }),
    timers: [{ kind: SAY_AGAIN_TIMER, handle: sayClearedAgain(parts.clock) }],
    contextOf: (caller, language) => ({
      caller,
      language,
      serviceRequests: { ...serviceRequests, ...serviceRequests.perRequest(caller) },
    }),
  };
};

export const serviceService: ServiceDefinition<RequestContext> = {
  name: 'service',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [ServiceRequestEntity],
  migrations: [CreateServiceRequests1764000000001, AddMoveReason1764000000002],
  wire,
};
