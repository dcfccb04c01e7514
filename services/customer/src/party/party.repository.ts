import type { EntityManager } from 'typeorm';

import type { Address } from './address.rules.ts';
import type { ContactPoint } from './contact-point.rules.ts';
import { AddressEntity, ContactPointEntity } from './party.entity.ts';

/** What belongs to a customer or a contact: read and changed as a whole, with its owner. */
export const partyData = (db: EntityManager) => ({
  contactPointsOf: (partyId: string): Promise<readonly ContactPoint[]> =>
    db.getRepository(ContactPointEntity).find({ where: { partyId }, order: { place: 'asc' } }),

  clearContactPoints: async (partyId: string) => {
    await db.getRepository(ContactPointEntity).delete({ partyId });
  },

  addContactPoints: async (partyId: string, points: readonly ContactPoint[]) => {
    if (points.length === 0) return;
    await db.getRepository(ContactPointEntity).insert(points.map((point, place) => ({ ...point, partyId, place })));
  },

  clearAddresses: async (partyId: string) => {
    await db.getRepository(AddressEntity).delete({ partyId });
  },

  addAddresses: async (partyId: string, addresses: readonly Address[]) => {
    if (addresses.length === 0) return;
    await db.getRepository(AddressEntity).insert(addresses.map((address, place) => ({ ...address, partyId, place })));
  },
});
