import type { EntityManager } from 'typeorm';

import type { Confirmation, Erasure, ErasureId, Receipt } from './erasure.rules.ts';

export const ERASURE_COLUMNS = `t.id, t.contact_id as "contactId", t.subjects, t.requested_at as "requestedAt",
  t.requested_by as "requestedBy", t.completed_at as "completedAt"`;

export const CONFIRMATION_COLUMNS = `service, confirmed_at as "confirmedAt", records, archived, parked`;

const one = async (db: EntityManager, where: string, id: string): Promise<Erasure | null> => {
  const [erasure] = await db.query<Erasure[]>(`select ${ERASURE_COLUMNS} from personal_data_erasure t where ${where}`, [
    id,
  ]);
  return erasure ?? null;
};

export const erasures = (db: EntityManager) => ({
  ofContact: (contactId: Erasure['contactId']) => one(db, 't.contact_id = $1', contactId),

  find: (id: ErasureId) => one(db, 't.id = $1', id),

  /** Held until the transaction ends: receipts of two services are counted one after the other. */
  hold: (id: ErasureId) => one(db, 't.id = $1 for update', id),

  add: async ({ id, contactId, subjects, requestedAt, requestedBy }: Erasure, awaited: readonly string[]) => {
    await db.query(
      `insert into personal_data_erasure (id, contact_id, subjects, requested_at, requested_by)
       values ($1, $2, $3::jsonb, $4, $5)`,
      [id, contactId, JSON.stringify(subjects), requestedAt, requestedBy],
    );
    await db.query(`insert into personal_data_confirmation (erasure_id, service) select $1, unnest($2::text[])`, [
      id,
      awaited,
    ]);
  },

  confirmations: (id: ErasureId) =>
    db.query<Confirmation[]>(`select ${CONFIRMATION_COLUMNS} from personal_data_confirmation where erasure_id = $1`, [
      id,
    ]),

  confirm: async (id: ErasureId, { service, confirmedAt, records, archived, parked }: Receipt) => {
    await db.query(
      `update personal_data_confirmation set confirmed_at = $3, records = $4, archived = $5, parked = $6
        where erasure_id = $1 and service = $2`,
      [id, service, confirmedAt, records, archived, parked],
    );
  },

  complete: async (id: ErasureId, at: Date) => {
    await db.query(`update personal_data_erasure set completed_at = $2 where id = $1`, [id, at]);
  },
});
