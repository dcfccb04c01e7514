import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type ApiKeyRow, apiKeysByIds, listApiKeys } from './api-key.queries.ts';
import { type ApiKeyParts, createApiKey } from './create-api-key.command.ts';
import { identifyHolder } from './identify-holder.command.ts';
import { revokeApiKey } from './revoke-api-key.command.ts';

/** All that can be asked of API keys, and what one request asks for together. */
export const apiKeysFeature = (parts: ApiKeyParts & { readonly read: Read }) => {
  const byIds = apiKeysByIds(parts.read);
  return {
    createApiKey: createApiKey(parts),
    revokeApiKey: revokeApiKey(parts),
    identifyHolder: identifyHolder(parts),
    list: listApiKeys(parts.read),
    perRequest: (caller: Caller) => ({
      byId: loaderOf<ApiKeyRow>(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
    }),
  };
};

export type ApiKeysFeature = ReturnType<typeof apiKeysFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type ApiKeysApi = ApiKeysFeature & ReturnType<ApiKeysFeature['perRequest']>;
