import { newId } from '@crm/kernel';

import { hashOf, isHash, keyText, newSecret } from './api-key-secret.ts';
import { checkRoles, checkScopes, draftKey, isGood, usableRoles } from './api-key.rules.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const said = { name: ' Web form ', roles: ['MARKETER'], scopes: ['WRITE'], expiresAt: inDays(30) } as const;
const problemsOf = (more: Partial<Parameters<typeof draftKey>[0]>) => {
  const draft = draftKey({ ...said, ...more }, NOW);
  return draft.ok ? [] : draft.refusal.problems.map(({ path, problem }) => `${path.join('.')} ${problem}`);
};

describe('a new API key', () => {
  it('keeps what was said, each role and scope once', () => {
    const draft = draftKey({ ...said, roles: ['MARKETER', 'MARKETER'], scopes: ['READ', 'READ'] }, NOW);
    expect(draft).toEqual({
      ok: true,
      value: { name: 'Web form', roles: ['MARKETER'], scopes: ['READ'], expiresAt: inDays(30) },
    });
  });

  it('is refused with all that is wrong', () => {
    expect(problemsOf({ name: ' ', roles: [], scopes: [], expiresAt: NOW })).toEqual([
      'input.name required',
      'input.roles required',
      'input.scopes required',
      'input.expiresAt not-allowed-here',
    ]);
    expect(problemsOf({ name: 'x'.repeat(101), expiresAt: inDays(367) })).toEqual([
      'input.name too-long',
      'input.expiresAt not-allowed-here',
    ]);
    expect(problemsOf({ roles: Array.from({ length: 21 }, (_, nth) => `R${String(nth)}`) })).toEqual([
      'input.roles too-many',
    ]);
  });

  it.each(['CUSTOMER', 'PARTNER', 'SYSTEM'])('never has the role %s', (role) => {
    expect(problemsOf({ roles: [role] })).toEqual(['input.roles not-allowed-here']);
  });

  it('has no scope that whoever makes it lacks; a person has all of them', () => {
    expect(checkScopes(['READ', 'KEYS'], ['openid', 'crm'])).toEqual({ ok: true, value: null });
    expect(checkScopes(['READ'], ['crm:read', 'crm:keys'])).toEqual({ ok: true, value: null });
    expect(checkScopes(['READ', 'WRITE'], ['crm:read', 'crm:keys'])).toEqual({
      ok: false,
      refusal: { kind: 'forbidden', permission: 'crm:write' },
    });
  });

  it('has no role that its owner lacks', () => {
    expect(checkRoles(['AGENT'], { owner: ['AGENT', 'LEGAL'], maker: null }).ok).toBe(true);
    expect(checkRoles(['AGENT', 'ADMIN'], { owner: ['AGENT'], maker: null })).toMatchObject({
      refusal: { problems: [{ because: 'the owner of the key does not have ADMIN' }] },
    });
  });

  it('that another key makes has roles of both the owner and that key', () => {
    const held = { owner: ['AGENT', 'LEGAL'], maker: ['AGENT', 'ADMIN'] };
    expect(checkRoles(['AGENT'], held).ok).toBe(true);
    expect(checkRoles(['AGENT', 'LEGAL', 'ADMIN'], held)).toMatchObject({
      refusal: {
        problems: [
          { because: 'the key that makes it does not have LEGAL' },
          { because: 'the owner of the key does not have ADMIN' },
        ],
      },
    });
  });
});

describe('an API key', () => {
  it('is good until its last moment, and no more once it is withdrawn', () => {
    expect(isGood({ expiresAt: inDays(1), revokedAt: null }, NOW)).toBe(true);
    expect(isGood({ expiresAt: NOW, revokedAt: null }, NOW)).toBe(false);
    expect(isGood({ expiresAt: inDays(1), revokedAt: NOW }, NOW)).toBe(false);
  });

  it('uses of its roles those that its owner still has, and none when the owner has left', () => {
    const ownerId = newId('Employee');
    expect(usableRoles({ ownerId, roles: ['AGENT', 'LEGAL'] }, ['LEGAL', 'ADMIN'])).toEqual(['LEGAL']);
    expect(usableRoles({ ownerId, roles: ['AGENT'] }, null)).toBeNull();
    expect(usableRoles({ ownerId: null, roles: ['AGENT'] }, null)).toEqual(['AGENT']);
  });
});

describe('the secret of an API key', () => {
  const secret = newSecret();

  it('is told from any other by its hash, and the hash does for nothing in its place', () => {
    const kept = hashOf(secret);
    expect(isHash(hashOf(secret).toString('base64url'), kept)).toBe(true);
    expect(isHash(hashOf(newSecret()).toString('base64url'), kept)).toBe(false);
    expect(isHash(hashOf(kept.toString('base64url')).toString('base64url'), kept)).toBe(false);
    expect(isHash('', kept)).toBe(false);
  });

  it('is written with the company and the id of the key', () => {
    const [tenant, id] = [newId('Tenant'), newId('ApiKey')];
    expect(keyText(tenant, id, secret)).toMatch(/^crm_[0-9a-f]{64}_[\w-]{43}$/);
    expect(keyText(tenant, id, secret)).toContain(id.replaceAll('-', ''));
  });
});
