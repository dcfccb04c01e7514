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

  it('has no role that is not written as text', () => {
    const person = personOf({ sub: 'x', tenant, roles: [{ name: 'ADMIN' }, 7, 'AGENT'], scope: ['admin'] });
    expect(person).toMatchObject({ value: { roles: ['AGENT'], scopes: [] } });
    expect(personOf({ sub: 'x', tenant, roles: 'ADMIN' })).toMatchObject({ value: { roles: [] } });
  });
});
