import { idOf } from '@crm/kernel';

import type { Company, Revocation } from './company.ts';
import { type Patience, lastKnown } from './last-known.ts';
import type { SignedIn } from './access-tokens.ts';

/** Nobody invents companies: they stand in tokens of the issuer. */
const SIZE = { most: 5_000, strangers: 1_000, atOnce: 64, waiting: 1_000, isSomething: () => true };

/**
 * Tells whether a sign-in was ended before its token expires, as the company's service last said. Rejects when that
 * cannot be known. What is ended there is ended here within `patience.staleMs`, as long as that service answers.
 */
export const createSessions = ({ revocationsOf }: Pick<Company, 'revocationsOf'>, patience: Patience) => {
  const revoked = lastKnown(async (tenant) => indexOf(await revocationsOf(idOf<'Tenant'>(tenant))), patience, SIZE);

  return async ({ person, tokenId, issuedAt }: SignedIn): Promise<boolean> => {
    const { byEmployee, bySubject, byToken } = await revoked(person.tenant);
    const endings = [
      bySubject.get(person.subject),
      person.employee === null ? undefined : byEmployee.get(person.employee),
      tokenId === null ? undefined : byToken.get(tokenId),
    ];
    return endings.some((endedAt) => endedAt !== undefined && issuedAt < endedAt);
  };
};

const indexOf = (revocations: readonly Revocation[]) => ({
  byEmployee: latest(revocations, ({ employee }) => employee),
  bySubject: latest(revocations, ({ subject }) => subject),
  byToken: latest(revocations, ({ tokenId }) => tokenId),
});

const latest = (revocations: readonly Revocation[], keyOf: (revocation: Revocation) => string | null) => {
  const found = new Map<string, number>();
  for (const each of revocations) {
    const key = keyOf(each);
    if (key !== null) found.set(key, Math.max(each.endedAt, found.get(key) ?? 0));
  }
  return found;
};
