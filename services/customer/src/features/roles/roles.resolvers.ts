import { userErrorsOf } from '@crm/graphql';

import type { FeatureResolvers } from '../../context.ts';

export const roleResolvers = {
  Query: {
    roles: (_root, _arguments, { roles, caller }) => roles.list(caller),
  },

  Mutation: {
    saveRole: async (_root, { input }, { roles, caller, language }) => {
      const decision = await roles.saveRole(caller, input);
      if (!decision.ok) return { role: null, userErrors: userErrorsOf(decision.refusal, language, null) };
      // What was read before the change is no longer true.
      return { role: await roles.byKey.clear(decision.value).load(decision.value), userErrors: [] };
    },
  },

  Role: {
    __resolveReference: ({ key }, { roles }) => roles.byKey.load(key),
    permissions: ({ permissions }) => Object.entries(permissions).map(([permission, scope]) => ({ permission, scope })),
    fieldRules: ({ fields }) => Object.entries(fields).map(([field, rule]) => ({ field, rule })),
  },
} satisfies FeatureResolvers;
