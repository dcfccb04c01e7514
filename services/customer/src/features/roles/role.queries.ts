import {
  type Caller,
  DEFAULT_ROLES,
  type RoleDefinition,
  buildDirectory,
  type RoleRow as StoredRole,
} from '@crm/access';
import type { Read, Sql } from '@crm/persistence';

/** A role as it is read: what resolvers pass on. */
export type RoleRow = RoleDefinition & {
  /** True while the company uses it as it ships. */
  readonly isDefault: boolean;
  /** 0 for a default role. */
  readonly version: number;
};

/** The company's own roles and the default ones it did not replace, by key; none for those who may not read roles. */
export const listRoles =
  (read: Read) =>
  async ({ actor, access }: Caller): Promise<readonly RoleRow[]> => {
    // A role is nobody's and of no department: only a permission on all of them reaches it.
    if (access.predicate('Role', 'read').kind !== 'all') return [];
    const stored = await read(actor, storedRoles);
    const versions = new Map(stored.map(({ key, version }) => [key, version]));
    // As the directory reads them: what people see is what holds, also of a row that an other version wrote.
    const { roles } = buildDirectory({ departments: [], employees: [], roles: stored });
    return [...roles.values()]
      .map((role) => ({ ...role, isDefault: !versions.has(role.key), version: versions.get(role.key) ?? 0 }))
      .toSorted(byKey);
  };

const byKey = (one: RoleRow, other: RoleRow) => (one.key < other.key ? -1 : 1);

/** Those of the keys by which the company has no role. Seen by other features. */
export const unknownRoles = async (sql: Sql, keys: readonly string[]): Promise<readonly string[]> => {
  const own = await sql.query<{ key: string }>(`select key from role where key = any($1::text[])`, [keys]);
  const known = new Set([...own, ...DEFAULT_ROLES].map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
};

type Stored = StoredRole & { readonly version: number };

const storedRoles = (sql: Sql) => sql.query<Stored>(`select key, name, permissions, fields, version from role`);
