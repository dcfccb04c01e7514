import type { EntityManager } from 'typeorm';

/** What this service keeps of a customer: enough to decide who sees it, and nothing about the person. */
export type KnownCustomer = {
  readonly id: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  readonly isDeleted: boolean;
  readonly version: number;
};

/** Keeps the newest version, whatever the order of arrival; a repeat changes nothing. */
export const keepKnownCustomer = async (db: EntityManager, customer: KnownCustomer) => {
  const { id, ownerId, departmentId, isDeleted, version } = customer;
  await db.query(
    `insert into known_customer (id, owner_id, department_id, is_deleted, version) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, id) do update
        set owner_id = excluded.owner_id, department_id = excluded.department_id, is_deleted = excluded.is_deleted,
            version = excluded.version
      where known_customer.version < excluded.version`,
    [id, ownerId, departmentId, isDeleted, version],
  );
};
