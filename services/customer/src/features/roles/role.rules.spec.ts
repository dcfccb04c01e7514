import { checkVersion, draftRole, isSameRole } from './role.rules.ts';

const clerk = {
  key: 'CLERK',
  name: ' Clerk ',
  permissions: [{ permission: 'Customer.read', scope: 'OWN' }],
  fieldRules: [{ field: 'Customer.registrationNo', rule: 'HIDDEN' }],
};
const EVERYTHING_OF_ROLES = [
  { permission: 'Role.read', scope: 'ALL' },
  { permission: 'Role.update', scope: 'ALL' },
];

describe('a role', () => {
  it('keeps what was said', () => {
    expect(draftRole(clerk)).toEqual({
      ok: true,
      value: {
        key: 'CLERK',
        name: 'Clerk',
        permissions: { 'Customer.read': 'OWN' },
        fields: { 'Customer.registrationNo': 'HIDDEN' },
      },
    });
  });

  it.each([
    { title: 'with a key in small letters', said: { key: 'clerk' }, field: ['key'], because: /capitals/ },
    { title: 'that is the product itself', said: { key: 'SYSTEM' }, field: ['key'], because: /SYSTEM/ },
    {
      title: 'with a permission that nobody knows',
      said: { permissions: [...clerk.permissions, { permission: 'Customer.fly', scope: 'ALL' }] },
      field: ['permissions', '1', 'permission'],
      because: /Customer\.fly/,
    },
    {
      title: 'with a scope that nobody knows',
      said: { permissions: [{ permission: 'Customer.read', scope: 'SOME' }] },
      field: ['permissions', '0', 'scope'],
      because: /SOME/,
    },
    {
      title: 'with two scopes for one permission',
      said: { permissions: [...clerk.permissions, { permission: 'Customer.read', scope: 'ALL' }] },
      field: ['permissions', '1', 'permission'],
      because: /twice/,
    },
    {
      title: 'with a rule for a field of nothing we keep',
      said: { fieldRules: [{ field: 'Moon.phase', rule: 'HIDDEN' }] },
      field: ['fieldRules', '0', 'field'],
      because: /Moon\.phase/,
    },
    {
      title: 'with a field rule that nobody knows',
      said: { fieldRules: [{ field: 'Customer.name', rule: 'BLURRED' }] },
      field: ['fieldRules', '0', 'rule'],
      because: /BLURRED/,
    },
    {
      title: 'of administrators who could not take it back',
      said: { key: 'ADMIN', permissions: [{ permission: 'Role.read', scope: 'ALL' }] },
      field: ['permissions'],
      because: /Role\.update/,
    },
  ])('$title is refused by its place', ({ said, field, because }) => {
    expect(draftRole({ ...clerk, ...said })).toMatchObject({
      ok: false,
      refusal: {
        kind: 'invalid-input',
        // Jest's matchers are untyped.
        problems: [{ path: ['input', ...field], because: expect.stringMatching(because) as unknown }],
      },
    });
  });

  it.each([
    { title: 'without a name', said: { name: ' ' }, field: 'name', problem: 'required' },
    { title: 'with a name of 101 characters', said: { name: 'x'.repeat(101) }, field: 'name', problem: 'too-long' },
    { title: 'with a key of 61 characters', said: { key: 'X'.repeat(61) }, field: 'key', problem: 'too-long' },
  ])('$title is refused by field', ({ said, field, problem }) => {
    expect(draftRole({ ...clerk, ...said })).toMatchObject({
      refusal: { problems: [{ path: ['input', field], problem }] },
    });
  });

  it('of administrators may be changed while they can change it again', () => {
    expect(draftRole({ ...clerk, key: 'ADMIN', permissions: EVERYTHING_OF_ROLES })).toMatchObject({ ok: true });
  });

  it('is the same in whatever order it is said', () => {
    const one = { key: 'A', name: 'A', permissions: { 'Role.read': 'ALL', 'Role.update': 'ALL' }, fields: {} } as const;
    const other = { ...one, permissions: { 'Role.update': 'ALL', 'Role.read': 'ALL' } } as const;
    expect(isSameRole(one, other)).toBe(true);
    expect(isSameRole(one, { ...one, name: 'B' })).toBe(false);
  });

  it('is at version 0 while the company has none of its own', () => {
    expect(checkVersion(null, 0)).toMatchObject({ ok: true });
    expect(checkVersion(null, 1)).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 0 } });
    expect(checkVersion({ version: 3 }, 0)).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 3 } });
  });
});
