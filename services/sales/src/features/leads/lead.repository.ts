import { indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { LeadEntity } from './lead.entity.ts';
import type { Lead, LeadId } from './lead.rules.ts';

/** Found by name, company and number, by everybody who sees the lead. */
export const SEARCHED_AS = 'Lead';
/** Found by phone and e-mail, by those who may see these in full. */
export const REACHED_AS = 'LeadContactPoint';

export const leads = (db: EntityManager) => ({
  find: (id: LeadId): Promise<Lead | null> => db.getRepository(LeadEntity).findOneBy({ id }),

  add: async (lead: Lead) => {
    await db.getRepository(LeadEntity).insert(lead);
    await index(db, lead);
  },

  save: async (lead: Lead) => {
    await db.getRepository(LeadEntity).update({ id: lead.id }, lead);
    await index(db, lead);
  },
});

const index = async (db: EntityManager, { id, leadNo, name, company, phone, email }: Lead) => {
  await indexForSearch(sqlOf(db), SEARCHED_AS, id, [name, company, leadNo]);
  await indexForSearch(sqlOf(db), REACHED_AS, id, [phone, email]);
};
