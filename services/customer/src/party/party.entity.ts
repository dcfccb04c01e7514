import { EntitySchema } from 'typeorm';

import type { Address } from './address.rules.ts';
import type { ContactPoint } from './contact-point.rules.ts';

/** What belongs to a customer or a contact, in the order people gave it. */
type OfParty<Part> = { -readonly [Field in keyof Part]: Part[Field] } & { partyId: string; place: number };

export const ContactPointEntity = new EntitySchema<OfParty<ContactPoint>>({
  name: 'ContactPoint',
  tableName: 'contact_point',
  columns: {
    id: { type: 'uuid', primary: true },
    partyId: { type: 'uuid', name: 'party_id' },
    place: { type: 'smallint' },
    kind: { type: 'text' },
    value: { type: 'text' },
    normalized: { type: 'text' },
    label: { type: 'text', nullable: true },
    isPrimary: { type: 'boolean', name: 'is_primary' },
    isVerified: { type: 'boolean', name: 'is_verified' },
  },
});

export const AddressEntity = new EntitySchema<OfParty<Address>>({
  name: 'Address',
  tableName: 'address',
  columns: {
    id: { type: 'uuid', primary: true },
    partyId: { type: 'uuid', name: 'party_id' },
    place: { type: 'smallint' },
    kind: { type: 'text' },
    recipient: { type: 'text', nullable: true },
    country: { type: 'text', nullable: true },
    province: { type: 'text', nullable: true },
    city: { type: 'text', nullable: true },
    district: { type: 'text', nullable: true },
    line: { type: 'text' },
    postalCode: { type: 'text', name: 'postal_code', nullable: true },
    isDefault: { type: 'boolean', name: 'is_default' },
  },
});
