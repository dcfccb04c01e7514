import { EntitySchema } from 'typeorm';

import type { ApiKey } from './api-key.rules.ts';

type ApiKeyRow = { -readonly [Field in keyof ApiKey]: ApiKey[Field] } & { secretHash: Buffer };

export const ApiKeyEntity = new EntitySchema<ApiKeyRow>({
  name: 'ApiKey',
  tableName: 'api_key',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    // Read by nothing but the check of a secret.
    secretHash: { type: 'bytea', name: 'secret_hash', select: false },
    ownerId: { type: 'uuid', name: 'owner_id', nullable: true },
    departmentId: { type: 'uuid', name: 'department_id', nullable: true },
    roles: { type: 'text', array: true },
    scopes: { type: 'text', array: true },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    revokedAt: { type: 'timestamptz', name: 'revoked_at', nullable: true },
    lastUsedAt: { type: 'timestamptz', name: 'last_used_at', nullable: true },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
  },
});
