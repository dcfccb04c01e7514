import type { GraphQLDataSource } from '@apollo/gateway';

import type { RequestContext } from '../../request-context.ts';
import { response } from '../../subgraphs/http-data-source.ts';

/**
 * Stands in the plan for the `changes` subgraph, which has subscriptions only: it is asked whether it is there, and
 * never for anything else.
 */
export const changesDataSource: GraphQLDataSource<RequestContext> = {
  process: () => Promise.resolve(response({ __typename: 'Query' }, undefined)),
};
