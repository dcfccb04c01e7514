import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { serviceRequestResolvers as serviceRequests } from './features/service-requests/service-requests.resolvers.ts';

const { DateTime } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  DateTime,
  Query: serviceRequests.Query,
  Mutation: serviceRequests.Mutation,
  ServiceRequest: serviceRequests.ServiceRequest,
  Customer: serviceRequests.Customer,
};
