import { refuse } from '@crm/kernel';

import { type SignInRefusal, signInRefused } from '../identity/refusals.ts';
import { createGate } from '../limits/gate.ts';
import { STANDARD_LIMITS } from '../limits/settings.ts';
import { UNKNOWN_KEY, payingSignIn } from './sign-in.ts';

describe('a sign-in that is refused', () => {
  it.each<readonly [SignInRefusal['reason'], number]>([
    ['UNKNOWN_KEY', UNKNOWN_KEY],
    ['EXPIRED', 0],
    ['UNCHECKED', 0],
  ])('%s costs its address %i more', async (reason, points) => {
    const gate = createGate(STANDARD_LIMITS, () => 0);
    const signIn = payingSignIn(() => Promise.resolve(refuse(signInRefused(reason))), gate);
    await signIn('Bearer crm_x', '10.0.0.1');
    const left = gate.spend({ identity: null, address: '10.0.0.1' }, 0);

    expect(left).toMatchObject({ value: { remaining: STANDARD_LIMITS.addressBurst - points } });
  });
});
