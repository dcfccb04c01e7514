import { personOf } from '../identity/claims.ts';
import { createAllowance } from './allowance.ts';

const TENANT = '0191c000-0000-7f03-8000-000000000001';

const person = (sub: string) => {
  const known = personOf({ tenant: TENANT, sub });
  if (!known.ok) throw new Error(known.refusal);
  return known.value;
};

describe('how many subscriptions there may be', () => {
  it('is limited for each person, and a place given back is free again, once', () => {
    const allow = createAllowance({ perIdentity: 2, inAll: 10 });
    const [first, second] = [allow(person('a')), allow(person('a'))];
    expect(allow(person('a'))).toMatchObject({
      refusal: { status: 429, errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit: 2 } }] },
    });
    expect(allow(person('b')).ok).toBe(true);
    if (first.ok) first.value();
    if (first.ok) first.value();
    expect([allow(person('a')).ok, allow(person('a')).ok, second.ok]).toEqual([true, false, true]);
  });

  it('is limited in all, for everybody', () => {
    const allow = createAllowance({ perIdentity: 2, inAll: 2 });
    expect([allow(person('a')).ok, allow(null).ok, allow(person('b')).ok, allow(null).ok]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
