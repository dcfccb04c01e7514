import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { leadResolvers as leads } from './features/leads/leads.resolvers.ts';

const { DateTime, CountryCode } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  DateTime,
  CountryCode,
  Query: leads.Query,
  Mutation: leads.Mutation,
  Lead: leads.Lead,
};
