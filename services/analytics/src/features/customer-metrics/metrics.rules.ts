import { daysBetween } from '@crm/kernel';

const DAY_MS = 86_400_000;

/** Half-open stretches of time that end at the same moment: `from ≤ t < end`. */
export type Windows = { readonly end: Date; readonly last30Days: Date; readonly last90Days: Date };

const daysBefore = (end: Date, days: number) => new Date(end.getTime() - days * DAY_MS);

/** Up to the end of a day in UTC, or up to now: what has not been yet is not measured. */
export const windowsOf = (asOf: string | null, now: Date): Windows => {
  const endOfDay = asOf === null ? now : new Date(Date.parse(`${asOf}T00:00:00Z`) + DAY_MS);
  const end = endOfDay < now ? endOfDay : now;
  return { end, last30Days: daysBefore(end, 30), last90Days: daysBefore(end, 90) };
};

/** Whole days we have known somebody; null: not known yet. */
export const ageInDays = (since: Date | null, end: Date): number | null =>
  since === null || since >= end ? null : Math.floor(daysBetween(since, end));
