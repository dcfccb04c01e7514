import type { EntityManager } from 'typeorm';

import type { Address } from './address.rules.ts';
import type { ContactPoint } from './contact-point.rules.ts';
import { AddressEntity, ContactPointEntity } from './party.entity.ts';

/** What belongs to a customer or a contact: read and replaced as a whole, with its owner. */
export const partyData = (db: EntityManager) => ({
  contactPointsOf: (partyId: string): Promise<readonly ContactPoint[]> =>
    db.getRepository(ContactPointEntity).find({ where: { partyId }, order: { place: 'asc' } }),

  replaceContactPoints: async (partyId: string, points: readonly ContactPoint[]) => {
    await db.getRepository(ContactPointEntity).delete({ partyId });
    if (points.length === 0) return;
    await db.getRepository(ContactPointEntity).insert(points.map((point, place) => ({ ...point, partyId, place })));
  },

  replaceAddresses: async (partyId: string, addresses: readonly Address[]) => {
    await db.getRepository(AddressEntity).delete({ partyId });
    if (addresses.length === 0) return;
    await db.getRepository(AddressEntity).insert(addresses.map((address, place) => ({ ...address, partyId, place })));
  },
});
