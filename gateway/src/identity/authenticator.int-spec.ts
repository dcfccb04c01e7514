import { setTimeout as pause } from 'node:timers/promises';

import { newId } from '@crm/kernel';

import { TENANT, salesRep, startIssuer } from '../fixtures/issuer.builder.ts';
import { createAuthenticator, credentialIn } from './authenticator.ts';
import type { Holder, Revocation } from './company.ts';
import type { SignInRefusal } from './refusals.ts';

const PATIENCE = { freshMs: 20, staleMs: 60, lostMs: 600, askMs: 30 };
const ID = newId('ApiKey');
const KEY = `crm_${TENANT.replaceAll('-', '')}${ID.replaceAll('-', '')}_${'s'.repeat(43)}`;
const inAnHour = () => Date.now() + 3_600_000;

/** The gateway's sign-in before a company that knows one key, and whose answers a spec can change. */
const set = async () => {
  const issuer = await startIssuer();
  const holder: Holder = {
    employee: salesRep.employee_id,
    roles: ['AGENT'],
    scopes: ['crm:read'],
    expiresAt: inAnHour(),
  };
  const company = {
    holder: holder as Holder | null,
    revocations: [] as readonly Revocation[],
    isAway: false,
    asked: [] as string[],
  };
  const unlessAway = <Value>(value: Value) =>
    company.isAway ? Promise.reject(new Error('away')) : Promise.resolve(value);
  const refused: SignInRefusal[] = [];
  const authenticate = createAuthenticator({
    issuer: { issuer: issuer.issuer, audience: 'crm' },
    company: {
      holderOf: (...asked) => {
        company.asked.push(asked.join(' '));
        return unlessAway(company.holder);
      },
      revocationsOf: () => unlessAway(company.revocations),
    },
    watch: (refusal) => refused.push(refusal),
    patience: PATIENCE,
  });
  const outcome = async (credential: string) => {
    const signedIn = await authenticate(`Bearer ${credential}`);
    return signedIn.ok ? 'GOOD' : signedIn.refusal.reason;
  };
  return { issuer, company, refused, authenticate, outcome };
};

let scene: Awaited<ReturnType<typeof set>>;
beforeEach(async () => {
  scene = await set();
});
afterEach(() => scene.issuer.stop());

const ended = (of: Partial<Revocation>): Revocation => ({
  employee: null,
  subject: null,
  tokenId: null,
  endedAt: Date.now() + 1_000,
  ...of,
});

describe('an API key', () => {
  it('speaks for whom the company says; its secret goes no further', async () => {
    const { authenticate, company } = scene;
    expect(await authenticate(`Bearer ${KEY}`)).toEqual({
      ok: true,
      value: {
        tenant: TENANT,
        subject: `api-key:${ID}`,
        employee: salesRep.employee_id,
        departmentPath: [],
        roles: ['AGENT'],
        scopes: ['crm:read'],
        customer: null,
        partner: null,
        apiKey: ID,
      },
    });
    expect(company.asked.join()).toContain(`${TENANT} ${ID}`);
    expect(company.asked.join()).not.toContain('ssss');
  });

  it('is refused soon after it was withdrawn, and at the moment it runs out', async () => {
    const { company, outcome } = scene;
    expect(await outcome(KEY)).toBe('GOOD');
    company.holder = null;
    await pause(70);
    expect(await outcome(KEY)).toBe('UNKNOWN_KEY');
    company.holder = { employee: null, roles: [], scopes: [], expiresAt: Date.now() - 1 };
    await pause(70);
    expect(await outcome(KEY)).toBe('UNKNOWN_KEY');
  });

  it.each([
    ['is cut short', KEY.slice(0, -1)],
    ['names something else than a key', KEY.replace(ID.replaceAll('-', ''), newId('Customer').replaceAll('-', ''))],
    ['is a word', 'crm_admin'],
  ])('is refused without asking anybody when it %s', async (_, credential) => {
    expect(await scene.outcome(credential)).toBe('UNKNOWN_KEY');
    expect(scene.company.asked).toEqual([]);
  });

  it('never makes anybody the gateway itself', async () => {
    const { company, authenticate } = scene;
    company.holder = { employee: null, roles: [], scopes: ['crm:gateway', 'crm:read'], expiresAt: inAnHour() };
    expect(await authenticate(`Bearer ${KEY}`)).toMatchObject({ value: { scopes: ['crm:read'] } });
  });
});

describe('a sign-in that was ended', () => {
  it.each([
    ['of the employee', { employee: salesRep.employee_id }],
    ['of the subject', { subject: 'wang.fang' }],
    ['of the token', { tokenId: 'token-1' }],
  ])('is refused soon after, by the end %s', async (_, of) => {
    const { issuer, company, outcome } = scene;
    const token = await issuer.token({ ...salesRep, jti: 'token-1' });
    expect(await outcome(token)).toBe('GOOD');
    company.revocations = [ended(of)];
    await pause(70);
    expect(await outcome(token)).toBe('REVOKED');
  });

  it('leaves other sign-ins alone, and later ones of the same person', async () => {
    const { issuer, company, outcome } = scene;
    const past = Date.now() - 60_000;
    const old = await issuer.token(salesRep, { issuedAt: Math.floor(past / 1000) - 60 });
    company.revocations = [ended({ subject: 'wang.fang', endedAt: past }), ended({ subject: 'li.wei' })];
    expect(await outcome(old)).toBe('REVOKED');
    expect(await outcome(await issuer.token())).toBe('GOOD');
  });

  it('is what it was while the company’s service is away, and unknown after a while', async () => {
    const { issuer, company, outcome } = scene;
    const [ending, other] = [await issuer.token(), await issuer.token({ ...salesRep, sub: 'li.wei' })];
    company.revocations = [ended({ subject: 'wang.fang' })];
    expect([await outcome(ending), await outcome(other)]).toEqual(['REVOKED', 'GOOD']);
    company.isAway = true;
    await pause(100);
    expect([await outcome(ending), await outcome(other)]).toEqual(['REVOKED', 'GOOD']);
    await pause(700);
    const late = await scene.authenticate(`Bearer ${other}`);
    expect(late).toMatchObject({ ok: false, refusal: { status: 503, reason: 'UNCHECKED' } });
  });
});

describe('what a request signs in with', () => {
  it('is a bearer, or a key in a header of its own; never both', () => {
    expect(credentialIn({ authorization: 'Bearer x' })).toBe('Bearer x');
    expect(credentialIn({ 'x-api-key': KEY })).toBe(`Bearer ${KEY}`);
    expect(credentialIn({})).toBeUndefined();
  });

  it.each([
    ['both ways', { authorization: 'Bearer x', 'x-api-key': KEY }],
    ['two keys', { 'x-api-key': [KEY, KEY] }],
  ])('is refused when it is brought as %s', async (_, headers) => {
    const signedIn = await scene.authenticate(credentialIn(headers));
    expect(signedIn).toMatchObject({ ok: false, refusal: { reason: 'MALFORMED' } });
    expect(scene.refused).toHaveLength(1);
  });
});
