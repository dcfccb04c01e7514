import { connectionOf, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, accept, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { ApiKeyId } from './api-key.rules.ts';

const apiKeyOf = (id: string, { apiKeys }: RequestContext) => {
  const known = parseId('ApiKey', id);
  return known ? apiKeys.byId.load(known) : null;
};

const payloadOf = async (
  decision: Result<ApiKeyId, CommonRefusal>,
  asked: string | null,
  { apiKeys, language }: RequestContext,
) => {
  // What was read before a change is no longer true.
  const load = (id: string) => apiKeys.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('ApiKey', decision, asked, load, language);
  return { apiKey: record, userErrors };
};

export const apiKeyResolvers = {
  Query: {
    apiKey: (_root, { id }, context) => apiKeyOf(id, context),
    apiKeys: async (_root, request, { apiKeys, caller }, info) => {
      const { page, totalCount } = await apiKeys.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
    apiKeyHolder: (_root, { id, secretHash }, { apiKeys, caller }) =>
      apiKeys.identifyHolder(caller.actor, id, secretHash),
  },

  Mutation: {
    createApiKey: async (_root, { input }, context) => {
      const decision = await context.apiKeys.createApiKey(context.caller, input);
      if (!decision.ok) return { ...(await payloadOf(decision, null, context)), secret: null };
      const { id, secret } = decision.value;
      return { ...(await payloadOf(accept(id), null, context)), secret };
    },
    revokeApiKey: async (_root, { input }, context) => {
      const decision = await context.apiKeys.revokeApiKey(context.caller, input);
      return payloadOf(decision, input.id, context);
    },
  },

  ApiKeyHolder: { actsFor: ({ employeeId }) => employeeId },

  ApiKey: {
    __resolveReference: ({ id }, context) => apiKeyOf(id, context),
    owner: ({ ownerId }, _arguments, { employees }) => (ownerId ? employees.byId.load(ownerId) : null),
  },
} satisfies FeatureResolvers;
