import { userErrorsOf } from '@crm/graphql';

import type { FeatureResolvers } from '../../context.ts';

export const sessionResolvers = {
  Query: {
    sessionRevocations: (_root, _arguments, { sessions, caller }) => sessions.revoked(caller.actor),
  },

  SessionRevocation: { sessionsOf: ({ employeeId }) => employeeId },

  Mutation: {
    revokeSessions: async (_root, { input }, { sessions, caller, language }) => {
      const decision = await sessions.revokeSessions(caller, input);
      if (!decision.ok) return { endedAt: null, userErrors: userErrorsOf(decision.refusal, language, null) };
      return { endedAt: decision.value, userErrors: [] };
    },
  },
} satisfies FeatureResolvers;
