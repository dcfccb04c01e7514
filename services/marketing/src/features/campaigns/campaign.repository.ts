import { indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { CampaignEntity } from './campaign.entity.ts';
import type { Campaign, CampaignId } from './campaign.rules.ts';

/** Found by number and name, by everybody who sees the campaign. */
export const SEARCHED_AS = 'Campaign';

export const campaigns = (db: EntityManager) => ({
  find: async (id: CampaignId): Promise<Campaign | null> =>
    // The table has an amount with its currency, or neither: a check sees to it.
    (await db.getRepository(CampaignEntity).findOneBy({ id })) as Campaign | null,

  add: async (campaign: Campaign) => {
    await db.getRepository(CampaignEntity).insert(columnsOf(campaign));
    await index(db, campaign);
  },

  save: async (campaign: Campaign) => {
    await db.getRepository(CampaignEntity).update({ id: campaign.id }, columnsOf(campaign));
    await index(db, campaign);
  },
});

const columnsOf = (campaign: Campaign) => ({ ...campaign, channels: [...campaign.channels] });

const index = (db: EntityManager, { id, campaignNo, name }: Campaign) =>
  indexForSearch(sqlOf(db), SEARCHED_AS, id, [campaignNo, name]);
