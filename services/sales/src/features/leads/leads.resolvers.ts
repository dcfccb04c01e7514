import { connectionOf, idReader, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { Lead, LeadId } from './lead.rules.ts';
import { seenLead } from './lead.view.ts';

const leadOf = (id: string, { leads }: RequestContext) => {
  const known = parseId('Lead', id);
  return known ? leads.byId.load(known) : null;
};

type Decision = Result<LeadId, CommonRefusal>;

const payloadOf = async (decision: Decision, asked: string | null, context: RequestContext) => {
  const load = (id: string) => context.leads.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Lead', decision, asked, load, context.language);
  if (record) context.leads.actionsOf.clear(record.id);
  return { lead: record, userErrors: [...userErrors] };
};

/** Goes on when the input names a lead, and answers with it as it is then. */
const onLead = async <Input extends { readonly id: string }>(
  input: Input,
  context: RequestContext,
  go: (said: Input & { readonly id: LeadId }) => Promise<Decision>,
) => {
  const ids = idReader();
  const read = ids.result({ ...input, id: ids.id('Lead', input.id, ['input', 'id']) });
  return payloadOf(read.ok ? await go(read.value) : read, input.id, context);
};

const seen = (lead: Lead, { caller }: RequestContext) => seenLead(lead, caller.access);
const employee = (id: string | null) => (id ? { id } : null);

export const leadResolvers = {
  Query: {
    lead: (_root, { id }, context) => leadOf(id, context),
    leads: async (_root, request, { leads, caller }, info) => {
      const { page, totalCount } = await leads.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createLead: async (_root, { input }, context) => {
      const ids = idReader();
      const said = ids.result({
        ...input,
        ownerId: ids.optional('Employee', input.ownerId ?? null, ['input', 'ownerId']),
      });
      return payloadOf(said.ok ? await context.leads.createLead(context.caller, said.value) : said, null, context);
    },
    updateLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.updateLead(context.caller, said)),
    assignLead: async (_root, { input }, context) => {
      const ids = idReader();
      const said = ids.result({
        ...input,
        id: ids.id('Lead', input.id, ['input', 'id']),
        ownerId: ids.id('Employee', input.ownerId, ['input', 'ownerId']),
      });
      return payloadOf(said.ok ? await context.leads.assignLead(context.caller, said.value) : said, input.id, context);
    },
    recordLeadContact: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.recordLeadContact(context.caller, said)),
    nurtureLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.nurtureLead(context.caller, said)),
    qualifyLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.qualifyLead(context.caller, said)),
    disqualifyLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.disqualifyLead(context.caller, said)),
    reopenLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.reopenLead(context.caller, said)),
    deleteLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.deleteLead(context.caller, said)),
    restoreLead: (_root, { input }, context) =>
      onLead(input, context, (said) => context.leads.restoreLead(context.caller, said)),
  },

  Lead: {
    __resolveReference: ({ id }, context) => leadOf(id, context),
    name: (lead, _arguments, context) => seen(lead, context).name,
    company: (lead, _arguments, context) => seen(lead, context).company,
    title: (lead, _arguments, context) => seen(lead, context).title,
    phone: (lead, _arguments, context) => seen(lead, context).phone,
    email: (lead, _arguments, context) => seen(lead, context).email,
    country: (lead, _arguments, context) => seen(lead, context).country,
    region: (lead, _arguments, context) => seen(lead, context).region,
    industry: (lead, _arguments, context) => seen(lead, context).industry,
    source: (lead, _arguments, context) => seen(lead, context).source,
    disqualifiedBecause: (lead, _arguments, context) => seen(lead, context).disqualifiedBecause,
    owner: ({ ownerId }) => employee(ownerId),
    department: ({ departmentId }) => (departmentId ? { id: departmentId } : null),
    createdBy: ({ createdBy }) => employee(createdBy),
    updatedBy: ({ updatedBy }) => employee(updatedBy),
    availableActions: async ({ id }, _arguments, { leads }) => (await leads.actionsOf.load(id))?.actions ?? [],
  },
} satisfies FeatureResolvers;
