import type { Caller } from '@crm/access';
import { listLoaderOf, loaderOf, pagesLoaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { contactPointsOf } from '../../party/party.queries.ts';
import { deleteContact, restoreContact, updateContact } from './change-contact.commands.ts';
import { contactsByIds, contactsOfCustomers, listContacts } from './contact.queries.ts';
import { type ContactParts, createContact } from './create-contact.command.ts';

/** All that can be asked of contacts, and what one request asks for together. */
export const contactsFeature = (parts: ContactParts & { readonly read: Read }) => {
  const byIds = contactsByIds(parts.read);
  const ofCustomers = contactsOfCustomers(parts.read);
  return {
    createContact: createContact(parts),
    updateContact: updateContact(parts),
    deleteContact: deleteContact(parts),
    restoreContact: restoreContact(parts),
    list: listContacts(parts.read),
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      ofCustomers: pagesLoaderOf((ids, request, count) => ofCustomers(caller, ids, request, count)),
      contactPointsOf: listLoaderOf(
        (ids) => parts.read(caller.actor, (sql) => contactPointsOf(sql, ids)),
        ({ partyId }) => partyId,
      ),
    }),
  };
};

export type ContactsFeature = ReturnType<typeof contactsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type ContactsApi = ContactsFeature & ReturnType<ContactsFeature['perRequest']>;
