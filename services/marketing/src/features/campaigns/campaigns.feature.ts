import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { actionsOn } from './campaign-status.rules.ts';
import { campaignsByIds, listCampaigns, rightsByIds } from './campaign.queries.ts';
import type { Campaign } from './campaign.rules.ts';
import {
  assignCampaign,
  cancelCampaign,
  completeCampaign,
  deleteCampaign,
  pauseCampaign,
  restoreCampaign,
  startCampaign,
  updateCampaign,
} from './change-campaign.commands.ts';
import { type CampaignParts, createCampaign } from './create-campaign.command.ts';

/** All that can be asked of campaigns, and what one request asks for together. */
export const campaignsFeature = (parts: CampaignParts & { readonly read: Read }) => {
  const byIds = campaignsByIds(parts.read);
  const rights = rightsByIds(parts.read);
  return {
    create: createCampaign(parts),
    update: updateCampaign(parts),
    assign: assignCampaign(parts),
    start: startCampaign(parts),
    pause: pauseCampaign(parts),
    complete: completeCampaign(parts),
    cancel: cancelCampaign(parts),
    delete: deleteCampaign(parts),
    restore: restoreCampaign(parts),
    list: listCampaigns(parts.read),
    perRequest: (caller: Caller) => {
      const rightsOf = loaderOf(
        (ids) => rights(caller, ids),
        ({ id }) => id,
      );
      return {
        byId: loaderOf(
          (ids) => byIds(caller, ids),
          ({ id }) => id,
        ),
        rightsOf,
        actionsOn: async (campaign: Campaign) => {
          const may = await rightsOf.load(campaign.id);
          return may ? actionsOn(campaign, may) : [];
        },
      };
    },
  };
};

export type CampaignsFeature = ReturnType<typeof campaignsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type CampaignsApi = CampaignsFeature & ReturnType<CampaignsFeature['perRequest']>;
