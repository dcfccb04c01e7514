import { newId } from '@crm/kernel';

import { BELOW_TEAM, COMPANY, DEPARTMENTS, OTHER_TEAM, TEAM, anActor, department, employee } from './access.builder.ts';
import { type DirectoryRows, buildDirectory } from './directory.ts';

const LI = employee(1);

const aDirectory = (more: Partial<DirectoryRows> = {}) =>
  buildDirectory({ departments: DEPARTMENTS, employees: [], roles: [], ...more });

const keysOf = (roles: readonly { readonly key: string }[]) => roles.map(({ key }) => key);

describe('the organisation', () => {
  it('counts a department among its own subtree, with everything below and nothing beside', () => {
    const { subtreeOf } = aDirectory();

    expect(new Set(subtreeOf(COMPANY))).toEqual(new Set([COMPANY, TEAM, BELOW_TEAM, OTHER_TEAM]));
    expect(subtreeOf(TEAM)).toEqual([TEAM, BELOW_TEAM]);
    expect(subtreeOf(OTHER_TEAM)).toEqual([OTHER_TEAM]);
  });

  it('leads from the root down to a department', () => {
    expect(aDirectory().pathOf(BELOW_TEAM)).toEqual([COMPANY, TEAM, BELOW_TEAM]);
  });

  it('lets a department that is not known yet stand alone', () => {
    const { subtreeOf, pathOf } = aDirectory();

    expect(subtreeOf(department(99))).toEqual([department(99)]);
    expect(pathOf(department(99))).toEqual([department(99)]);
  });

  it('comes to an end when news out of order make a circle of departments', () => {
    const { subtreeOf, pathOf } = aDirectory({
      departments: [
        { id: TEAM, parentId: BELOW_TEAM },
        { id: BELOW_TEAM, parentId: TEAM },
      ],
    });

    expect(subtreeOf(TEAM)).toEqual([TEAM, BELOW_TEAM]);
    expect(pathOf(TEAM)).toEqual([BELOW_TEAM, TEAM]);
  });

  it('places a known employee where the directory says, and anybody else where the token says', () => {
    const moved = aDirectory({ employees: [{ id: LI, departmentId: OTHER_TEAM, active: true, roles: [] }] });
    const actor = anActor({ employee: LI, departmentPath: [COMPANY, TEAM] });

    expect(moved.placeOf(actor)).toEqual([COMPANY, OTHER_TEAM]);
    expect(moved.departmentOf(LI)).toBe(OTHER_TEAM);
    expect(aDirectory().placeOf(actor)).toEqual([COMPANY, TEAM]);
    expect(aDirectory().departmentOf(LI)).toBeNull();
  });

  it('places an employee without a department nowhere, whatever the token says', () => {
    const { placeOf } = aDirectory({ employees: [{ id: LI, departmentId: null, active: true, roles: [] }] });

    expect(placeOf(anActor({ employee: LI, departmentPath: [COMPANY, TEAM] }))).toEqual([]);
  });
});

describe('roles', () => {
  const actor = anActor({ employee: LI, roles: ['ADMIN'] });

  it('are those of the directory when it knows the employee, and not those of the token', () => {
    const { rolesOf } = aDirectory({ employees: [{ id: LI, departmentId: null, active: true, roles: ['SALES_REP'] }] });

    expect(keysOf(rolesOf(actor))).toEqual(['SALES_REP']);
  });

  it('are none for an employee who left, whatever his token still says', () => {
    const { rolesOf } = aDirectory({ employees: [{ id: LI, departmentId: null, active: false, roles: ['ADMIN'] }] });

    expect(rolesOf(actor)).toEqual([]);
  });

  it('are those of the token for an employee who is not known yet, and for service accounts', () => {
    const { rolesOf } = aDirectory();

    expect(keysOf(rolesOf(actor))).toEqual(['ADMIN']);
    expect(keysOf(rolesOf(anActor({ roles: ['ANALYST', 'ANALYST'] })))).toEqual(['ANALYST']);
  });

  it('are, for who comes with an API key, those that both the key and its owner have', () => {
    const staff = { id: LI, departmentId: null, active: true, roles: ['SALES_REP', 'ANALYST'] };
    const { rolesOf } = aDirectory({ employees: [staff] });
    const key = anActor({ employee: LI, roles: ['ANALYST', 'ADMIN'], apiKey: newId('ApiKey') });

    expect(keysOf(rolesOf(key))).toEqual(['ANALYST']);
    expect(keysOf(aDirectory({ employees: [{ ...staff, active: false }] }).rolesOf(key))).toEqual([]);
  });

  it('that the tenant does not know give nothing', () => {
    expect(aDirectory().rolesOf(anActor({ roles: ['WIZARD', '__proto__', 'constructor'] }))).toEqual([]);
  });

  it('of the tenant replace the default ones of the same key and leave the others', () => {
    const { rolesOf } = aDirectory({ roles: [{ key: 'AGENT', permissions: { 'Customer.read': 'OWN' }, fields: {} }] });

    expect(rolesOf(anActor({ roles: ['AGENT', 'AUDITOR'] }))).toMatchObject([
      { key: 'AGENT', permissions: { 'Customer.read': 'OWN' } },
      { key: 'AUDITOR' },
    ]);
  });

  it('never include the product itself, even when a token or a stored role claims so', () => {
    const { rolesOf } = aDirectory({ roles: [{ key: 'SYSTEM', permissions: { 'Customer.read': 'ALL' }, fields: {} }] });

    expect(rolesOf(anActor({ roles: ['SYSTEM'] }))).toEqual([]);
  });
});
