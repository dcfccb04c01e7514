import { type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  sqlParams,
} from '@crm/persistence';

import { GUARDED_API_KEY } from './api-key.guard.ts';
import type { ApiKey } from './api-key.rules.ts';

/** A key as it is read: what resolvers pass on. */
export type ApiKeyRow = ApiKey;

const COLUMNS = `t.id, t.name, t.owner_id as "ownerId", t.department_id as "departmentId", t.roles, t.scopes,
  t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.last_used_at as "lastUsedAt", t.version,
  t.created_at as "createdAt", t.updated_at as "updatedAt"`;

const API_KEY_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_API_KEY.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    ownerId: { kind: 'id', sql: 't.owner_id' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

/** The keys the caller sees, a page of them. */
export const listApiKeys =
  (read: Read) =>
  ({ actor, access }: Caller, request: ListRequest, count: boolean): Promise<Listed<ApiKeyRow>> =>
    read(actor, (sql) =>
      fetchList<ApiKeyRow>(sql, API_KEY_LIST, request, {
        count,
        mayUse: mayAsk(access, 'ApiKey'),
        where: (params) => [reachSql(access, 'read', GUARDED_API_KEY, params.values)],
      }),
    );

/** The keys with these ids that the caller sees. */
export const apiKeysByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly ApiKeyRow[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_API_KEY, params.values);
      return sql.query<ApiKeyRow>(
        `select ${COLUMNS} from ${GUARDED_API_KEY.from} where ${allOf([wanted, seen])}`,
        params.values,
      );
    });
