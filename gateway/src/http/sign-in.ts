import type { Authenticate } from '../identity/authenticator.ts';
import type { Gate } from '../limits/gate.ts';

/** Points that a key which nobody knows costs its address: the company's service is asked about each. */
export const UNKNOWN_KEY = 100;

/** Signs in somebody at an address. */
export type SignIn = (authorization: string | undefined, address: string) => ReturnType<Authenticate>;

/** Whoever tries out keys pays for it, whichever way he comes. */
export const payingSignIn =
  (authenticate: Authenticate, { charge }: Pick<Gate, 'charge'>): SignIn =>
  async (authorization, address) => {
    const signedIn = await authenticate(authorization);
    if (!signedIn.ok && signedIn.refusal.reason === 'UNKNOWN_KEY') charge(address, UNKNOWN_KEY);
    return signedIn;
  };
