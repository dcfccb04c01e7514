import type { Access } from '@crm/access';
import type { Money } from '@crm/kernel';

import { type Campaign, budgetOf } from './campaign.rules.ts';

/** A name cannot be null: hidden, it is masked. */
export const seenName = ({ name }: Campaign, access: Access) =>
  access.shown('Campaign', 'name', name, 'text') ?? '****';

export const seenGoals = ({ goals }: Campaign, access: Access) => access.shown('Campaign', 'goals', goals, 'text');

/** Part of an amount is no amount: masked, it is hidden. */
export const seenBudget = (campaign: Campaign, access: Access): Money | null =>
  access.queryable('Campaign', 'budget') ? budgetOf(campaign) : null;
