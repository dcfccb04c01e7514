import { newKey, startIssuer } from '../fixtures/issuer.builder.ts';
import { tokenVerifier } from './access-tokens.ts';

const reasonOf = (decision: Awaited<ReturnType<ReturnType<typeof tokenVerifier>>>) =>
  decision.ok ? 'GOOD' : decision.refusal.reason;

describe('keys of the issuer', () => {
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  beforeEach(async () => {
    issuer = await startIssuer();
  });
  afterEach(() => issuer.stop());

  const verifier = (keyCooldownMs?: number) =>
    tokenVerifier({ issuer: issuer.issuer, audience: 'crm', ...(keyCooldownMs !== undefined && { keyCooldownMs }) });

  it('takes tokens signed with a new key without a restart, and no longer those of a withdrawn key', async () => {
    const verify = verifier(0);
    const [before, unseen] = [await issuer.token(), await issuer.token({ sub: 'late' })];
    const first = reasonOf(await verify(before));
    await issuer.rotate();
    const rotated = reasonOf(await verify(await issuer.token()));
    expect([first, rotated, reasonOf(await verify(unseen))]).toEqual(['GOOD', 'GOOD', 'INVALID']);
  });

  it('does not ask the issuer again for a token it has verified', async () => {
    const verify = verifier();
    const token = await issuer.token();
    await verify(token);
    await issuer.stop();
    expect(await verify(token)).toMatchObject({ ok: true, value: { person: { subject: 'wang.fang' } } });
  });

  it('asks once for a key that nobody knows, however many tokens name one', async () => {
    const verify = verifier();
    await verify(await issuer.token());
    for (let nth = 0; nth < 20; nth++) {
      const token = await issuer.token({ sub: 'x' }, { key: await newKey(`unknown-${String(nth)}`) });
      expect(reasonOf(await verify(token))).toBe('INVALID');
    }
    expect(issuer.keys.asked).toBe(1);
  });

  it('goes on with the keys it has while the issuer is away, and cannot tell of others', async () => {
    const verify = verifier(0);
    await verify(await issuer.token());
    issuer.keys.isAway = true;
    const known = await verify(await issuer.token({ sub: 'x', tenant: '0191c000-0000-7f03-8000-000000000001' }));
    await issuer.rotate();
    const unknown = await verify(await issuer.token());
    expect([reasonOf(known), reasonOf(unknown)]).toEqual(['GOOD', 'ISSUER_UNREACHABLE']);
  });

  it('goes on with the keys it has while the issuer gives something else in place of a key set', async () => {
    const verify = verifier(0);
    await verify(await issuer.token());
    issuer.keys.isBroken = true;
    const known = await verify(await issuer.token({ sub: 'x', tenant: '0191c000-0000-7f03-8000-000000000001' }));
    await issuer.rotate();
    const unknown = await verify(await issuer.token());
    issuer.keys.isBroken = false;
    expect([known, unknown, await verify(await issuer.token())].map(reasonOf)).toEqual([
      'GOOD',
      'ISSUER_UNREACHABLE',
      'GOOD',
    ]);
  });

  it('cannot tell of any token while the first key set is none', async () => {
    issuer.keys.isBroken = true;
    expect(reasonOf(await verifier()(await issuer.token()))).toBe('ISSUER_UNREACHABLE');
  });

  it('finds the key set again when it has moved', async () => {
    const verify = verifier(0);
    const before = await verify(await issuer.token());
    issuer.keys.path = '/v2/jwks';
    await issuer.rotate();
    const after = await verify(await issuer.token());
    expect([before, after].map(reasonOf)).toEqual(['GOOD', 'GOOD']);
  });

  it('is not asked at every turn for a document that it does not give', async () => {
    issuer.keys.isAway = true;
    const verify = verifier();
    const token = await issuer.token();
    const turns = [await verify(token), await verify(token), await verify(token)].map(reasonOf);
    expect(turns).toEqual(['ISSUER_UNREACHABLE', 'ISSUER_UNREACHABLE', 'ISSUER_UNREACHABLE']);
  });
});

describe('the times of a token', () => {
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  beforeAll(async () => {
    issuer = await startIssuer();
  });
  afterAll(() => issuer.stop());

  const now = () => Math.floor(Date.now() / 1000);
  it.each([
    ['over for two seconds, as a slow clock may say', () => ({ expiresAt: now() - 2 }), 'GOOD'],
    ['over for ten seconds', () => ({ expiresAt: now() - 10 }), 'EXPIRED'],
    ['made in two seconds, as a fast clock may say', () => ({ issuedAt: now() + 2 }), 'GOOD'],
    ['made in half a minute', () => ({ issuedAt: now() + 30 }), 'INVALID'],
    ['good for a day', () => ({ expiresAt: now() + 86_400 }), 'GOOD'],
    [
      'good for longer than the end of a sign-in is remembered',
      () => ({ expiresAt: now() + 90_000 }),
      'TOO_LONG_LIVED',
    ],
  ])('decide when it is %s', async (_, times, reason) => {
    const verify = tokenVerifier({ issuer: issuer.issuer, audience: 'crm' });
    expect(reasonOf(await verify(await issuer.token(undefined, times())))).toBe(reason);
  });
});
