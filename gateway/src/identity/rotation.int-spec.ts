import { startIssuer } from '../fixtures/issuer.builder.ts';
import { createAuthenticator } from './authenticator.ts';

describe('keys of the issuer', () => {
  it('takes tokens signed with a new key without a restart, and no longer those of a withdrawn key', async () => {
    const issuer = await startIssuer();
    const authenticate = createAuthenticator({ issuer: issuer.issuer, audience: 'crm', keyCooldownMs: 0 });
    const [before, unseen] = [await issuer.token(), await issuer.token({ sub: 'late' })];
    const first = await authenticate(`Bearer ${before}`);
    await issuer.rotate();
    const rotated = await authenticate(`Bearer ${await issuer.token()}`);
    const withdrawn = await authenticate(`Bearer ${unseen}`);
    await issuer.stop();
    expect([first.ok, rotated.ok]).toEqual([true, true]);
    expect(withdrawn).toMatchObject({ ok: false, refusal: { reason: 'INVALID' } });
  });

  it('does not ask the issuer again for a token it has verified', async () => {
    const issuer = await startIssuer();
    const authenticate = createAuthenticator({ issuer: issuer.issuer, audience: 'crm' });
    const authorization = `Bearer ${await issuer.token()}`;
    await authenticate(authorization);
    await issuer.stop();
    expect(await authenticate(authorization)).toMatchObject({ ok: true, value: { subject: 'wang.fang' } });
  });
});
