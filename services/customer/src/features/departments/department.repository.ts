import { indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { DepartmentEntity } from './department.entity.ts';
import type { Department, DepartmentId } from './department.rules.ts';

/** Found by a part of the name. */
export const SEARCHED_AS = 'Department';

export const departments = (db: EntityManager) => ({
  find: (id: DepartmentId): Promise<Department | null> => db.getRepository(DepartmentEntity).findOneBy({ id }),

  add: async (department: Department) => {
    await db.getRepository(DepartmentEntity).insert(department);
    await index(db, department);
  },

  save: async (department: Department) => {
    await db.getRepository(DepartmentEntity).update({ id: department.id }, department);
    await index(db, department);
  },

  /** One move at a time in each company: two that are sound alone can make a cycle together. */
  lockTree: async () => {
    await db.query(
      `select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant') || ' departments', 0))`,
    );
  },

  /** Whether `ancestor` is the department itself or anywhere above it. */
  isAbove: async (ancestor: DepartmentId, of: DepartmentId): Promise<boolean> => {
    const [row] = await db.query<{ found: boolean }[]>(
      `with recursive above as (
         select id, parent_id from department where id = $1
         union select d.id, d.parent_id from department d join above a on d.id = a.parent_id
       ) select exists (select from above where id = $2) as found`,
      [of, ancestor],
    );
    return row?.found ?? false;
  },
});

const index = (db: EntityManager, { id, name }: Department) => indexForSearch(sqlOf(db), SEARCHED_AS, id, [name]);
