import { connectionOf, idReader, isSelected, userErrorsOf } from '@crm/graphql';
import { parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import { progressOf, statusOf } from './erasure.rules.ts';

const erasureOf = (id: string, { personalData }: RequestContext) => {
  const known = parseId('PersonalDataErasure', id);
  return known ? personalData.byId.load(known) : null;
};

export const personalDataResolvers = {
  Query: {
    personalDataErasure: (_root, { id }, context) => erasureOf(id, context),
    personalDataErasures: async (_root, request, { personalData, caller }, info) => {
      const { page, totalCount } = await personalData.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    erasePersonalData: async (_root, { input }, context) => {
      const { personalData, contacts, caller, language } = context;
      const ids = idReader();
      const said = ids.result({ ...input, contactId: ids.id('Contact', input.contactId, ['input', 'contactId']) });
      const decision = said.ok ? await personalData.erase(caller, said.value) : said;
      if (!decision.ok) return { erasure: null, userErrors: [...userErrorsOf(decision.refusal, language)] };
      contacts.byId.clear(input.contactId);
      return { erasure: await personalData.byId.clear(decision.value).load(decision.value), userErrors: [] };
    },
  },

  Contact: {
    erasure: ({ id }, _arguments, { personalData }) => personalData.ofContact.load(id),
  },

  PersonalDataErasure: {
    __resolveReference: ({ id }, context) => erasureOf(id, context),
    contact: ({ contactId }, _arguments, { contacts }) => contacts.byId.load(contactId),
    status: (erasure) => statusOf(erasure),
    progress: async (erasure, _arguments, { personalData }) =>
      progressOf(erasure, await personalData.confirmationsOf.load(erasure.id)),
    requestedBy: ({ requestedBy }, _arguments, { employees }) =>
      requestedBy ? employees.byId.load(requestedBy) : null,
    confirmations: async ({ id }, _arguments, { personalData }) => [...(await personalData.confirmationsOf.load(id))],
  },

  PersonalDataConfirmation: {
    recordCount: (confirmation) => ('records' in confirmation ? confirmation.records : null),
    archivedCount: (confirmation) => ('archived' in confirmation ? confirmation.archived : null),
    parkedCount: (confirmation) => ('parked' in confirmation ? confirmation.parked : null),
  },
} satisfies FeatureResolvers;
