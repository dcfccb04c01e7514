import type { Sql } from '@crm/persistence';

import type { Address } from './address.rules.ts';
import type { ContactPoint } from './contact-point.rules.ts';

export type ContactPointRow = ContactPoint & { readonly partyId: string };
export type AddressRow = Address & { readonly partyId: string };

/** Ways to reach several customers or contacts, in one query. Who may see them was decided with their owners. */
export const contactPointsOf = (sql: Sql, parties: readonly string[]) =>
  sql.query<ContactPointRow>(
    `select party_id as "partyId", id, kind, value, normalized, label, is_primary as "isPrimary", is_verified as "isVerified"
       from contact_point where party_id = any($1::uuid[]) order by party_id, place`,
    [parties],
  );

/** Places of several customers, in one query. */
export const addressesOf = (sql: Sql, parties: readonly string[]) =>
  sql.query<AddressRow>(
    `select party_id as "partyId", id, kind, recipient, country, province, city, district, line,
            postal_code as "postalCode", is_default as "isDefault"
       from address where party_id = any($1::uuid[]) order by party_id, place`,
    [parties],
  );
