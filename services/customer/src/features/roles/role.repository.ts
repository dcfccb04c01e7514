import type { EntityManager } from 'typeorm';

import { RoleEntity } from './role.entity.ts';
import type { Role, RoleId } from './role.rules.ts';

export const roles = (db: EntityManager) => ({
  find: (id: RoleId): Promise<Role | null> => db.getRepository(RoleEntity).findOneBy({ id }),

  /** The company's own definition; null while it has none. */
  idOfKey: async (key: string): Promise<RoleId | null> => {
    const [row] = await db.query<{ id: RoleId }[]>(`select id from role where key = $1`, [key]);
    return row?.id ?? null;
  },

  add: async (role: Role) => {
    await db.getRepository(RoleEntity).insert(role);
  },

  save: async (role: Role) => {
    await db.getRepository(RoleEntity).update({ id: role.id }, role);
  },
});
