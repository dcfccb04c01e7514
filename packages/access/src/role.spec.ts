import { checkRole, readRole } from './role.ts';

const ROLE = {
  key: 'KEY_ACCOUNT',
  name: 'Key account manager',
  permissions: { 'Customer.read': 'ALL', 'Customer.update': 'OWN' },
  fields: { 'Customer.birthday': 'HIDDEN' },
};

describe('editing a role', () => {
  it('takes permissions, scopes and field rules that the product knows', () => {
    expect(checkRole(ROLE)).toEqual({ ok: true, value: ROLE });
  });

  it('refuses what it does not know, and names all of it at once', () => {
    const decision = checkRole({
      key: 'SYSTEM',
      permissions: { 'Customer.fly': 'ALL', 'Customer.read': 'EVERYTHING' },
      fields: { 'Moon.phase': 'HIDDEN', 'Customer.phone': 'BLURRED' },
    });

    expect(decision).toEqual({
      ok: false,
      refusal: [
        { kind: 'reserved-key', key: 'SYSTEM' },
        { kind: 'unknown-permission', permission: 'Customer.fly' },
        { kind: 'unknown-scope', permission: 'Customer.read', scope: 'EVERYTHING' },
        { kind: 'unknown-field-type', field: 'Moon.phase' },
        { kind: 'unknown-field-rule', field: 'Customer.phone', rule: 'BLURRED' },
      ],
    });
  });
});

describe('reading a stored role', () => {
  it('gives no more than it understands: an unknown scope grants nothing, an unknown field rule hides', () => {
    const role = readRole({
      key: 'FROM_THE_FUTURE',
      permissions: { 'Customer.read': 'GALAXY', 'Customer.update': 'OWN', 'Customer.fly': 'ALL' },
      fields: { 'Customer.phone': 'BLURRED' },
    });

    expect(role).toEqual({
      key: 'FROM_THE_FUTURE',
      name: 'FROM_THE_FUTURE',
      permissions: { 'Customer.update': 'OWN' },
      fields: { 'Customer.phone': 'HIDDEN' },
    });
  });
});
