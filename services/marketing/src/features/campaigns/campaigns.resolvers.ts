import { connectionOf, idReader, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { CampaignId } from './campaign.rules.ts';
import { seenBudget, seenGoals, seenName } from './campaign.view.ts';
import type { AtVersion } from './change-campaign.commands.ts';

const campaignOf = (id: string, { campaigns }: RequestContext) => {
  const known = parseId('Campaign', id);
  return known ? campaigns.byId.load(known) : null;
};

type Decision = Result<CampaignId, CommonRefusal>;

const payloadOf = async (decision: Decision, asked: string | null, { campaigns, language }: RequestContext) => {
  const load = (id: string) => campaigns.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Campaign', decision, asked, load, language);
  if (record) campaigns.rightsOf.clear(record.id);
  return { campaign: record, userErrors: [...userErrors] };
};

/** Changes the campaign that the input names, when it names one. */
const change = async <Input extends { readonly id: string; readonly expectedVersion: number }>(
  input: Input,
  context: RequestContext,
  go: (said: Input & AtVersion) => Promise<Decision>,
) => {
  const ids = idReader();
  const said = ids.result({ ...input, id: ids.id('Campaign', input.id, ['input', 'id']) });
  return payloadOf(said.ok ? await go(said.value) : said, input.id, context);
};

const employee = (id: string | null) => (id ? { id } : null);

export const campaignResolvers = {
  Query: {
    campaign: (_root, { id }, context) => campaignOf(id, context),
    campaigns: async (_root, request, { campaigns, caller }, info) => {
      const { page, totalCount } = await campaigns.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createCampaign: async (_root, { input }, context) => {
      const ids = idReader();
      const ownerId = ids.optional('Employee', input.ownerId ?? null, ['input', 'ownerId']);
      const said = ids.result({ ...input, ownerId });
      return payloadOf(said.ok ? await context.campaigns.create(context.caller, said.value) : said, null, context);
    },
    updateCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.update(context.caller, said)),
    assignCampaign: async (_root, { input }, context) => {
      const ids = idReader();
      const owner = ids.result(ids.id('Employee', input.ownerId, ['input', 'ownerId']));
      return change(input, context, async (said) =>
        owner.ok ? context.campaigns.assign(context.caller, { ...said, ownerId: owner.value }) : owner,
      );
    },
    startCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.start(context.caller, said)),
    pauseCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.pause(context.caller, said)),
    completeCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.complete(context.caller, said)),
    cancelCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.cancel(context.caller, said)),
    deleteCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.delete(context.caller, said)),
    restoreCampaign: (_root, { input }, context) =>
      change(input, context, (said) => context.campaigns.restore(context.caller, said)),
  },

  Campaign: {
    __resolveReference: ({ id }, context) => campaignOf(id, context),
    name: (campaign, _arguments, { caller }) => seenName(campaign, caller.access),
    goals: (campaign, _arguments, { caller }) => seenGoals(campaign, caller.access),
    budget: (campaign, _arguments, { caller }) => seenBudget(campaign, caller.access),
    owner: ({ ownerId }) => employee(ownerId),
    department: ({ departmentId }) => (departmentId ? { id: departmentId } : null),
    createdBy: ({ createdBy }) => employee(createdBy),
    updatedBy: ({ updatedBy }) => employee(updatedBy),
    availableActions: (campaign, _arguments, { campaigns }) => campaigns.actionsOn(campaign),
  },
} satisfies FeatureResolvers;
