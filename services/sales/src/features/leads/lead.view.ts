import { type MaskKind, seenOnce } from '@crm/access';

import type { Lead } from './lead.rules.ts';

/** Fields that roles may be forbidden to see; id, number, status and times say nothing about a person and stay. */
const RESTRICTABLE = [
  'company',
  'title',
  'phone',
  'email',
  'country',
  'region',
  'industry',
  'source',
  'disqualifiedBecause',
] as const satisfies readonly (keyof Lead)[];
const MASKS: Readonly<Record<string, MaskKind>> = { phone: 'phone', email: 'email' };

/** A lead as the reader may see it: what his roles hide is null, what they mask is masked. */
export const seenLead = seenOnce((lead: Lead, access): Lead => {
  const shown = RESTRICTABLE.map((field) => [field, access.shown('Lead', field, lead[field], MASKS[field] ?? 'text')]);
  return {
    ...lead,
    // Each value replaces one of the same field, by itself, by null, or by masked text.
    ...(Object.fromEntries(shown) as Partial<Lead>),
    // A name cannot be null: hidden, it is masked.
    name: access.shown('Lead', 'name', lead.name, 'text') ?? '****',
  };
});
