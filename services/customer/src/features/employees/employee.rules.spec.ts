import { newId } from '@crm/kernel';

import {
  changeEmployee,
  checkRolesExist,
  draftEmployee,
  givesPowerOverRoles,
  lastAdmin,
  readEmployeeId,
  stopsBeingAdmin,
} from './employee.rules.ts';

const sales = newId('Department');
const boss = newId('Employee');
const li = { name: '李雷', departmentId: sales, roles: ['SALES_REP'] };

describe('a new employee', () => {
  it('keeps what was said, trimmed, each role once, and is active', () => {
    expect(draftEmployee({ ...li, name: ' 李雷 ', title: '', roles: ['AGENT', 'SALES_REP', 'AGENT'] })).toEqual({
      ok: true,
      value: {
        subject: null,
        name: '李雷',
        title: null,
        email: null,
        departmentId: sales,
        managerId: null,
        roles: ['AGENT', 'SALES_REP'],
        isActive: true,
      },
    });
  });

  it.each([
    { title: 'without a name', said: { name: ' ' }, field: ['name'], problem: 'required' },
    { title: 'with a name of 101 characters', said: { name: 'x'.repeat(101) }, field: ['name'], problem: 'too-long' },
    {
      title: 'with a subject too long to sign in by',
      said: { subject: 'x'.repeat(201) },
      field: ['subject'],
      problem: 'too-long',
    },
    { title: 'without a department', said: { departmentId: null }, field: ['departmentId'], problem: 'required' },
    { title: 'in a person', said: { departmentId: boss }, field: ['departmentId'], problem: 'not-an-id' },
    { title: 'managed by a department', said: { managerId: sales }, field: ['managerId'], problem: 'not-an-id' },
    {
      title: 'with an e-mail address that is none',
      said: { email: 'li.lei' },
      field: ['email'],
      problem: 'not-an-email',
    },
    {
      title: 'who is a portal user',
      said: { roles: ['SALES_REP', 'PARTNER'] },
      field: ['roles', '1'],
      problem: 'not-allowed-here',
    },
    {
      title: 'who is the product itself',
      said: { roles: ['SYSTEM'] },
      field: ['roles', '0'],
      problem: 'not-allowed-here',
    },
    {
      title: 'of 21 roles',
      said: { roles: Array.from({ length: 21 }, (_, nth) => `ROLE_${String(nth)}`) },
      field: ['roles'],
      problem: 'too-many',
    },
  ])('$title is refused by field', ({ said, field, problem }) => {
    expect(draftEmployee({ ...li, ...said })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid-input', problems: [{ path: ['input', ...field], problem }] },
    });
  });
});

describe('changing an employee', () => {
  const known = draftEmployee({ ...li, title: '销售代表', managerId: boss });
  if (!known.ok) throw new Error('the employee is good');

  it('changes what is said, clears what is null, keeps the rest, and names the differences', () => {
    expect(changeEmployee(known.value, { title: null, isActive: false, managerId: null, roles: [] })).toMatchObject({
      ok: true,
      value: {
        details: { name: '李雷', title: null, managerId: null, roles: [], isActive: false },
        changed: ['title', 'managerId', 'roles', 'isActive'],
      },
    });
  });

  it('names nothing when all is as it was', () => {
    expect(changeEmployee(known.value, { ...li, managerId: boss })).toMatchObject({ ok: true, value: { changed: [] } });
  });

  it('does not leave open whether somebody works here', () => {
    expect(changeEmployee(known.value, { isActive: null })).toMatchObject({
      refusal: { problems: [{ path: ['input', 'isActive'], problem: 'required' }] },
    });
  });

  it('takes the id of an employee and of nothing else', () => {
    expect(readEmployeeId(boss)).toEqual({ ok: true, value: boss });
    expect(readEmployeeId(sales)).toMatchObject({ refusal: { problems: [{ actual: 'Department' }] } });
  });
});

describe('the roles of an employee', () => {
  const known = [
    { key: 'SALES_REP', mayChangeRoles: false },
    { key: 'ADMIN', mayChangeRoles: true },
  ];
  const rep = { roles: ['SALES_REP'], isActive: true };
  const admin = { roles: ['SALES_REP', 'ADMIN'], isActive: true };

  it('are those the company has', () => {
    expect(checkRolesExist(['SALES_REP', 'WIZARD'], known)).toMatchObject({
      refusal: { problems: [{ path: ['input', 'roles', '1'], problem: 'unknown', what: 'Role' }] },
    });
  });

  it.each([
    { title: 'giving ADMIN', before: rep, after: admin, gives: true },
    {
      title: 'taking back an administrator who left',
      before: { ...admin, isActive: false },
      after: admin,
      gives: true,
    },
    { title: 'leaving ADMIN as it is', before: admin, after: admin, gives: false },
    { title: 'giving it to somebody who left', before: rep, after: { ...admin, isActive: false }, gives: false },
  ])('$title gives power over roles: $gives', ({ before, after, gives }) => {
    expect(givesPowerOverRoles(before, after, known)).toBe(gives);
  });

  it('end for an administrator with the role or with the work', () => {
    expect(stopsBeingAdmin(admin, rep)).toBe(true);
    expect(stopsBeingAdmin(admin, { ...admin, isActive: false })).toBe(true);
    expect(stopsBeingAdmin(rep, { ...rep, isActive: false })).toBe(false);
  });

  it('are refused at the field by which the last administrator would end', () => {
    expect(lastAdmin(rep).problems).toMatchObject([{ path: ['input', 'roles'] }]);
    expect(lastAdmin({ ...admin, isActive: false }).problems).toMatchObject([{ path: ['input', 'isActive'] }]);
  });
});
