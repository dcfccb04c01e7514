import type { EntityManager } from 'typeorm';

import { ApiKeyEntity } from './api-key.entity.ts';
import type { ApiKey, ApiKeyId } from './api-key.rules.ts';

export const apiKeys = (db: EntityManager) => ({
  find: (id: ApiKeyId): Promise<ApiKey | null> => db.getRepository(ApiKeyEntity).findOneBy({ id }),

  withSecret: (id: ApiKeyId): Promise<(ApiKey & { readonly secretHash: Buffer }) | null> =>
    db.getRepository(ApiKeyEntity).createQueryBuilder('key').addSelect('key.secretHash').where({ id }).getOne(),

  add: async (key: ApiKey, secretHash: Buffer) => {
    await db.getRepository(ApiKeyEntity).insert({ ...key, roles: [...key.roles], scopes: [...key.scopes], secretHash });
  },

  revoke: async ({ id, version, updatedAt, revokedAt }: ApiKey) => {
    await db.getRepository(ApiKeyEntity).update({ id }, { version, updatedAt, revokedAt });
  },

  /** Not a change of the key: nobody has to take it over before changing something else. */
  touch: async (id: ApiKeyId, at: Date) => {
    await db.getRepository(ApiKeyEntity).update({ id }, { lastUsedAt: at });
  },
});
