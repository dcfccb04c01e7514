import { type AggregateAt, apiKeyCreatedV1, apiKeyRevokedV1, fact } from '@crm/contracts';

import { type ApiKey, SCOPES } from './api-key.rules.ts';

export const apiKeyCreated = (at: AggregateAt, { ownerId, roles, scopes, expiresAt, createdAt }: ApiKey) =>
  fact(apiKeyCreatedV1, at, createdAt, {
    ownerId,
    roles: [...roles],
    scopes: scopes.map((each) => SCOPES[each]),
    expiresAt: expiresAt.toISOString(),
  });

export const apiKeyRevoked = (at: AggregateAt, { ownerId, updatedAt }: ApiKey) =>
  fact(apiKeyRevokedV1, at, updatedAt, { ownerId });
