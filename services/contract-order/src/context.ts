import type { Caller } from '@crm/access';
import type { Language } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import type { ContractsApi } from './features/contracts/contracts.feature.ts';

/** What resolvers work with, anew for each request. */
export type RequestContext = {
  readonly caller: Caller;
  readonly language: Language;
  readonly contracts: ContractsApi;
};

/** One feature's share of the schema; the merged whole is checked for completeness in `resolvers.ts`. */
export type FeatureResolvers = { [Type in keyof Resolvers]?: Partial<Resolvers[Type]> };
