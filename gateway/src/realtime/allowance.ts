import { type Result, accept, refuse } from '@crm/kernel';

import type { Person } from '../identity/claims.ts';
import { type Refused, refused } from './refused.ts';

export type AllowanceLimits = {
  /** Subscriptions that one person may have in this process. */
  readonly perIdentity: number;
  /** Subscriptions of this process in all. */
  readonly inAll: number;
};

/** Counts subscriptions. What is given must be given back. */
export const createAllowance = ({ perIdentity, inAll }: AllowanceLimits) => {
  const byIdentity = new Map<string, number>();
  let all = 0;

  /** Refused beyond a limit; otherwise gives what gives the place back, once. */
  return (person: Person | null): Result<() => void, Refused> => {
    const key = person ? `${person.tenant} ${person.subject}` : '';
    const theirs = byIdentity.get(key) ?? 0;
    if (person && theirs >= perIdentity) return refuse(refused('TOO_MANY_SUBSCRIPTIONS', { limit: perIdentity }));
    if (all >= inAll) return refuse(refused('TOO_MANY_SUBSCRIPTIONS', { limit: inAll }));
    all += 1;
    byIdentity.set(key, theirs + 1);
    let isGiven = true;
    return accept(() => {
      if (!isGiven) return;
      isGiven = false;
      all -= 1;
      const left = (byIdentity.get(key) ?? 1) - 1;
      if (left > 0) byIdentity.set(key, left);
      else byIdentity.delete(key);
    });
  };
};

export type Allowance = ReturnType<typeof createAllowance>;
