import { type Result, accept, refuse } from '@crm/kernel';

import { type DoorRefusal, tooManyAtOnce } from './refusals.ts';

/**
 * Counts what is being answered, in all and per identity. Gives the way out, which must be called exactly once and may
 * be called more often.
 */
export const createAtOnce = (limits: { readonly requests: number; readonly identityRequests: number }) => {
  const running = new Map<string, number>();
  let all = 0;

  return (identity: string): Result<() => void, DoorRefusal> => {
    const own = running.get(identity) ?? 0;
    if (all >= limits.requests) return refuse(tooManyAtOnce('gateway', limits.requests));
    if (own >= limits.identityRequests) return refuse(tooManyAtOnce('identity', limits.identityRequests));
    all += 1;
    running.set(identity, own + 1);

    let isInside = true;
    return accept(() => {
      if (!isInside) return;
      isInside = false;
      all -= 1;
      const left = (running.get(identity) ?? 1) - 1;
      if (left > 0) running.set(identity, left);
      else running.delete(identity);
    });
  };
};
