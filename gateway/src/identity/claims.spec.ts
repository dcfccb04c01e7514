import { GATEWAY_SCOPE } from '@crm/kernel';

import { personOf } from './claims.ts';

const tenant = '0191c000-0000-7f03-8000-000000000001';

describe('who a token describes', () => {
  it('is an employee with departments, roles and scopes', () => {
    const claims = {
      sub: 'wang.fang',
      tenant,
      employee_id: 'e1',
      department_path: ['root', 'sales'],
      roles: ['SALES_REP'],
      scope: 'crm  openid ',
    };
    expect(personOf(claims)).toEqual({
      ok: true,
      value: {
        tenant,
        subject: 'wang.fang',
        employee: 'e1',
        departmentPath: ['root', 'sales'],
        roles: ['SALES_REP'],
        scopes: ['crm', 'openid'],
        customer: null,
        partner: null,
      },
    });
  });

  it('is a portal user of one customer', () => {
    const person = personOf({ sub: 'buyer', tenant, customer_id: 'c1', roles: ['CUSTOMER'] });
    expect(person).toMatchObject({ ok: true, value: { employee: null, customer: 'c1', departmentPath: [] } });
  });

  it('is nobody without a tenant, or without a subject', () => {
    expect(personOf({ sub: 'x' })).toEqual({ ok: false, refusal: 'no-tenant' });
    expect(personOf({ sub: 'x', tenant: 'acme' })).toEqual({ ok: false, refusal: 'no-tenant' });
    expect(personOf({ tenant })).toEqual({ ok: false, refusal: 'no-subject' });
  });

  it('is never the gateway itself, whatever scope a token claims', () => {
    const person = personOf({ sub: 'gateway', tenant, scope: `crm ${GATEWAY_SCOPE}` });
    expect(person).toMatchObject({ ok: true, value: { scopes: ['crm'] } });
  });

  it('is a program whose issuer knows its client id alone', () => {
    const accounts = { importer: { tenant, roles: ['ADMIN'] } };
    const importer = { value: { tenant, subject: 'x', roles: ['ADMIN'], employee: null } };
    expect(personOf({ sub: 'x', client_id: 'importer' }, accounts)).toMatchObject(importer);
    expect(personOf({ sub: 'x', azp: 'importer', roles: ['SALES_REP'] }, accounts)).toMatchObject(importer);
  });

  it('is not such a program when the token itself names a company, or another client', () => {
    const other = '0191c000-0000-7f03-8000-000000000002';
    const accounts = { importer: { tenant, roles: ['ADMIN'] } };
    const claims = { sub: 'x', client_id: 'importer', tenant: other, roles: ['AGENT'] };
    expect(personOf(claims, accounts)).toMatchObject({ value: { tenant: other, roles: ['AGENT'] } });
    expect(personOf({ sub: 'x', client_id: 'constructor' }, accounts)).toEqual({ ok: false, refusal: 'no-tenant' });
  });

  it('has no role that is not written as text', () => {
    const person = personOf({ sub: 'x', tenant, roles: [{ name: 'ADMIN' }, 7, 'AGENT'], scope: ['admin'] });
    expect(person).toMatchObject({ value: { roles: ['AGENT'], scopes: [] } });
    expect(personOf({ sub: 'x', tenant, roles: 'ADMIN' })).toMatchObject({ value: { roles: [] } });
  });
});
