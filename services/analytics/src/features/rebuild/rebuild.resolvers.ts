import { userErrorsOf } from '@crm/graphql';

import type { AnalyticsRebuildPhase } from '../../__generated__/graphql.ts';
import type { FeatureResolvers } from '../../context.ts';
import type { StartedRebuild } from './rebuild.queries.ts';

const PHASES: Readonly<Record<StartedRebuild['phase'], AnalyticsRebuildPhase>> = {
  idle: 'FINISHED',
  states: 'STATES',
  facts: 'FACTS',
  cleaning: 'CLEANING',
};

export const rebuildResolvers = {
  Mutation: {
    rebuildAnalytics: async (_root, { input }, { rebuild, caller, language }) => {
      const decision = await rebuild.start(caller, input);
      if (!decision.ok) return { rebuild: null, userErrors: userErrorsOf(decision.refusal, language) };
      return { rebuild: await rebuild.latest(caller), userErrors: [] };
    },
  },

  AnalyticsFreshness: {
    rebuild: (_freshness, _arguments, { rebuild, caller }) => rebuild.latest(caller),
  },

  AnalyticsRebuild: {
    phase: ({ phase }) => PHASES[phase],
    generation: ({ current }) => current,
  },
} satisfies FeatureResolvers;
