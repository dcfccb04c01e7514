import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { campaignResolvers as campaigns } from './features/campaigns/campaigns.resolvers.ts';

const { CurrencyCode, Date: CalendarDate, DateTime, Decimal } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  CurrencyCode,
  Date: CalendarDate,
  DateTime,
  Decimal,
  Query: campaigns.Query,
  Mutation: campaigns.Mutation,
  Campaign: campaigns.Campaign,
};
