import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type LeadParts, createLead } from './create-lead.command.ts';
import { leadActions, leadsByIds, listLeads } from './lead.queries.ts';
import {
  assignLead,
  deleteLead,
  disqualifyLead,
  nurtureLead,
  qualifyLead,
  recordLeadContact,
  reopenLead,
  restoreLead,
} from './move-lead.commands.ts';
import { updateLead } from './update-lead.command.ts';

/** All that can be asked of leads, and what one request asks for together. */
export const leadsFeature = (parts: LeadParts & { readonly read: Read }) => {
  const byIds = leadsByIds(parts.read);
  const actions = leadActions(parts.read);
  return {
    createLead: createLead(parts),
    updateLead: updateLead(parts),
    assignLead: assignLead(parts),
    recordLeadContact: recordLeadContact(parts),
    nurtureLead: nurtureLead(parts),
    qualifyLead: qualifyLead(parts),
    disqualifyLead: disqualifyLead(parts),
    reopenLead: reopenLead(parts),
    deleteLead: deleteLead(parts),
    restoreLead: restoreLead(parts),
    list: listLeads(parts.read),
    byIds,
    actions,
    perRequest: (caller: Caller) => ({
      byId: loaderOf(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      actionsOf: loaderOf(
        (ids) => actions(caller, ids),
        ({ id }) => id,
      ),
    }),
  };
};

export type LeadsFeature = ReturnType<typeof leadsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type LeadsApi = LeadsFeature & ReturnType<LeadsFeature['perRequest']>;
