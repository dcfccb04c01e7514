import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { contractResolvers as contracts } from './features/contracts/contracts.resolvers.ts';

const { Date: CalendarDate, DateTime, Decimal, CurrencyCode } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  Date: CalendarDate,
  DateTime,
  Decimal,
  CurrencyCode,
  Query: contracts.Query,
  Mutation: contracts.Mutation,
  Contract: contracts.Contract,
  Customer: contracts.Customer,
};
