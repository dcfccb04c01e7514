import type { FeatureResolvers } from '../../context.ts';

export const freshnessResolvers = {
  Query: {
    analyticsFreshness: (_root, _arguments, { freshness, caller }) => freshness.current(caller),
  },
} satisfies FeatureResolvers;
