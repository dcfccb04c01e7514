import type { Caller } from '@crm/access';
import { listLoaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { sharesOf } from './record-share.queries.ts';
import { type SharingParts, shareCustomer, unshareCustomer } from './share-customer.commands.ts';

/** Sharing customers with those whom their scope does not reach. */
export const recordSharingFeature = (parts: SharingParts & { readonly read: Read }) => ({
  shareCustomer: shareCustomer(parts),
  unshareCustomer: unshareCustomer(parts),
  perRequest: (caller: Caller) => ({
    sharesOf: listLoaderOf(
      (ids) => sharesOf(parts.read)(caller, ids),
      ({ recordId }) => recordId,
    ),
  }),
});

export type RecordSharingFeature = ReturnType<typeof recordSharingFeature>;
export type RecordSharingApi = RecordSharingFeature & ReturnType<RecordSharingFeature['perRequest']>;
