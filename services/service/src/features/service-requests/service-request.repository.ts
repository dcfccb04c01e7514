import { indexForSearch, sqlOf } from '@crm/persistence';
import { type EntityManager, In } from 'typeorm';

import { ServiceRequestEntity } from './service-request.entity.ts';
import type { ServiceRequest, ServiceRequestId } from './service-request.rules.ts';

/** Found by number and subject, by everybody who sees the request. */
export const SEARCHED_AS = 'ServiceRequest';
/** Found by what was written about it, by those who may read that. */
export const TOLD_AS = 'ServiceRequestDescription';

export const serviceRequests = (db: EntityManager) => ({
  find: (id: ServiceRequestId): Promise<ServiceRequest | null> =>
    db.getRepository(ServiceRequestEntity).findOneBy({ id }),

  /** All that were ever made of these customers, in the order in which they are locked. */
  idsOf: async (customerIds: readonly string[]): Promise<readonly ServiceRequestId[]> => {
    const rows = await db.getRepository(ServiceRequestEntity).find({
      select: { id: true },
      where: { customerId: In([...customerIds]) },
      order: { id: 'asc' },
    });
    return rows.map(({ id }) => id);
  },

  add: async (request: ServiceRequest) => {
    await db.getRepository(ServiceRequestEntity).insert(request);
    await index(db, request);
  },

  save: async (request: ServiceRequest) => {
    await db.getRepository(ServiceRequestEntity).update({ id: request.id }, request);
    await index(db, request);
  },
});

const index = async (db: EntityManager, { id, requestNo, subject, description }: ServiceRequest) => {
  await indexForSearch(sqlOf(db), SEARCHED_AS, id, [requestNo, subject]);
  await indexForSearch(sqlOf(db), TOLD_AS, id, [description]);
};
