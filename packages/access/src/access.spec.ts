import { systemActor } from '@crm/kernel';

import { COMPANY, DEPARTMENTS, TEAM, TENANT, anActor, customer, employee } from './access.builder.ts';
import { accessFor, systemAccess } from './access.ts';
import { type DirectoryRows, buildDirectory } from './directory.ts';
import { matches } from './predicate.ts';

const LI = employee(1);
const NOW = new Date('2026-03-01T09:00:00Z');

const aDirectory = (roles: DirectoryRows['roles'] = []) =>
  buildDirectory({ departments: DEPARTMENTS, employees: [], roles });

const li = (...roles: readonly string[]) => anActor({ employee: LI, departmentPath: [COMPANY, TEAM], roles });
const accessOf = (...roles: readonly string[]) => accessFor(li(...roles), aDirectory());

describe('what an actor may do', () => {
  it('is named when it is refused', () => {
    const { can, require } = accessOf('AUDITOR');

    expect(can('Customer', 'read')).toBe(true);
    expect(require('Customer', 'read')).toEqual({ ok: true, value: null });
    expect(require('Customer', 'create')).toEqual({
      ok: false,
      refusal: { kind: 'forbidden', permission: 'Customer.create' },
    });
  });

  it('is nothing without a role', () => {
    expect(accessOf().can('Product', 'read')).toBe(false);
    expect(accessOf().predicate('Product', 'read')).toEqual({ kind: 'none' });
  });

  it('is the union of his roles: the widest scope counts', () => {
    expect(accessOf('SALES_REP', 'AUDITOR').predicate('Customer', 'read')).toEqual({ kind: 'all' });
    expect(accessOf('SALES_REP', 'SALES_MANAGER').predicate('Customer', 'delete')).toEqual(
      accessOf('SALES_MANAGER').predicate('Customer', 'delete'),
    );
  });

  it('with his own records is nothing for a service account, which owns none', () => {
    const robot = accessFor(anActor({ roles: ['SALES_REP'] }), aDirectory());

    expect(robot.can('Customer', 'create')).toBe(false);
    expect(robot.can('Product', 'read')).toBe(true);
  });

  it('does not grow when a token carries the name of the product itself', () => {
    expect(accessFor(systemActor(TENANT, 'request-1'), aDirectory()).can('Customer', 'read')).toBe(false);
    expect(systemAccess.predicate('Customer', 'delete')).toEqual({ kind: 'all' });
  });

  it('is nothing for an id that is none, instead of a broken query', () => {
    const odd = anActor({ ...li('SALES_REP'), employee: "x' or true" as typeof LI, departmentPath: [] });

    expect(accessFor(odd, aDirectory()).predicate('Customer', 'read')).toEqual({ kind: 'none' });
  });

  it('includes creating a record for himself and not for another, when he may create his own', () => {
    const mayCreate = accessOf('SALES_REP').predicate('Customer', 'create');

    expect(matches(mayCreate, { owner: LI, department: TEAM }, [], NOW)).toBe(true);
    expect(matches(mayCreate, { owner: employee(2), department: TEAM }, [], NOW)).toBe(false);
    expect(matches(mayCreate, { owner: null, department: TEAM }, [], NOW)).toBe(false);
  });

  it('is compiled once per permission', () => {
    const { predicate } = accessOf('SALES_MANAGER');

    expect(predicate('Customer', 'read')).toBe(predicate('Customer', 'read'));
  });
});

describe('a share', () => {
  const share = {
    recordType: 'Customer',
    recordId: customer(1),
    granteeId: LI,
    level: 'EDIT',
    until: new Date('2026-03-02T00:00:00Z'),
  } as const;
  const isReached = (action: 'read' | 'update' | 'delete', now: Date, granted: object = {}) =>
    matches(
      accessOf('SALES_REP').predicate('Customer', action),
      { record: customer(1), owner: employee(2) },
      [{ ...share, ...granted }],
      now,
    );

  it('for editing lets read and update, and never delete', () => {
    expect(isReached('read', NOW)).toBe(true);
    expect(isReached('update', NOW)).toBe(true);
    expect(isReached('delete', NOW)).toBe(false);
  });

  it('for reading lets read only', () => {
    expect(isReached('read', NOW, { level: 'READ' })).toBe(true);
    expect(isReached('update', NOW, { level: 'READ' })).toBe(false);
  });

  it('ends at its time', () => {
    expect(isReached('read', share.until)).toBe(false);
    expect(isReached('read', share.until, { until: null })).toBe(true);
  });

  it('with a department reaches everybody in it and below', () => {
    expect(isReached('read', NOW, { granteeId: COMPANY })).toBe(true);
    expect(isReached('read', NOW, { granteeId: TEAM })).toBe(true);
    expect(isReached('read', NOW, { granteeId: employee(3) })).toBe(false);
  });

  it('of a record of another type says nothing', () => {
    expect(isReached('read', NOW, { recordType: 'Contact' })).toBe(false);
  });
});

describe('a portal user', () => {
  const ACME = customer(1);
  const inPortal = (more: object, directory = aDirectory()) => accessFor(anActor(more), directory);

  it('of a customer reaches its records alone, whatever other roles he has', () => {
    const { predicate } = inPortal({ customer: ACME, roles: ['CUSTOMER', 'ADMIN'], employee: LI });

    expect(predicate('Customer', 'read')).toEqual({ kind: 'any', of: [{ kind: 'customerIs', customer: ACME }] });
    expect(predicate('Customer', 'delete')).toEqual({ kind: 'none' });
  });

  it('gains nothing by a wider scope that a tenant gives the portal role', () => {
    const generous = aDirectory([{ key: 'CUSTOMER', permissions: { 'Customer.read': 'ALL' }, fields: {} }]);

    expect(inPortal({ customer: ACME, roles: ['CUSTOMER'] }, generous).predicate('Customer', 'read')).toEqual({
      kind: 'any',
      of: [{ kind: 'customerIs', customer: ACME }],
    });
  });

  it('without a customer, or without the role, reaches nothing', () => {
    expect(inPortal({ roles: ['CUSTOMER', 'ADMIN'] }).can('Customer', 'read')).toBe(false);
    expect(inPortal({ customer: ACME, roles: ['ADMIN'] }).can('Customer', 'read')).toBe(false);
  });

  it('of a partner reaches what is its own or was shared with it', () => {
    const { predicate } = inPortal({ partner: ACME, roles: ['PARTNER'], departmentPath: [TEAM] });

    expect(predicate('Lead', 'read')).toEqual({
      kind: 'any',
      of: [
        { kind: 'partnerIs', partner: ACME },
        { kind: 'sharedWith', type: 'Lead', grantees: [ACME], level: 'READ' },
      ],
    });
  });

  it('sees the catalogue like everybody', () => {
    expect(inPortal({ customer: ACME, roles: ['CUSTOMER'] }).predicate('Product', 'read')).toEqual({ kind: 'all' });
  });

  it('does not see what is thought of him, even with a second role that does', () => {
    expect(inPortal({ customer: ACME, roles: ['CUSTOMER', 'ADMIN'] }).hides('Customer', 'grade')).toBe(true);
  });
});

describe('a field', () => {
  it('that is masked is shown in part, not written, and not asked by', () => {
    const { shown, readOnly, queryable, masks } = accessOf('ANALYST');

    expect(shown('Contact', 'phone', '+8613812345678', 'phone')).toBe('+86138****5678');
    expect(masks('Contact', 'phone')).toBe(true);
    expect(readOnly('Contact', 'phone')).toBe(true);
    expect(queryable('Contact', 'phone')).toBe(false);
  });

  it('that is hidden is not shown, not written, and not asked by', () => {
    const { shown, hides, readOnly, queryable } = accessOf('ANALYST');

    expect(shown('Contact', 'birthday', '1980-01-01', 'text')).toBeNull();
    expect([hides, readOnly].map((is) => is('Contact', 'birthday'))).toEqual([true, true]);
    expect(queryable('Contact', 'birthday')).toBe(false);
  });

  it('without a rule is shown, written and asked by', () => {
    const { shown, fieldRule, readOnly, queryable } = accessOf('SALES_REP');

    expect(shown('Contact', 'phone', '10086', 'phone')).toBe('10086');
    expect(fieldRule('Contact', 'phone')).toBeNull();
    expect(readOnly('Contact', 'phone')).toBe(false);
    expect(queryable('Contact', 'phone')).toBe(true);
  });

  it('that is read-only may be asked by', () => {
    const directory = aDirectory([
      { key: 'CLERK', permissions: { 'Customer.read': 'ALL' }, fields: { 'Customer.grade': 'READ_ONLY' } },
    ]);
    const { readOnly, queryable } = accessFor(li('CLERK'), directory);

    expect(readOnly('Customer', 'grade')).toBe(true);
    expect(queryable('Customer', 'grade')).toBe(true);
  });

  it('follows the most permissive of the roles that may read the record', () => {
    expect(accessOf('ANALYST', 'SALES_REP').fieldRule('Contact', 'phone')).toBeNull();
  });

  it('is not uncovered by a role that has nothing to do with the record', () => {
    const directory = aDirectory([
      { key: 'CASHIER', permissions: { 'Contract.read': 'ALL', 'Contact.create': 'ALL' }, fields: {} },
    ]);

    expect(accessFor(li('ANALYST', 'CASHIER'), directory).fieldRule('Contact', 'phone')).toBe('MASKED');
  });

  it('of records he cannot reach at all is hidden', () => {
    expect(accessOf('TECHNICIAN').fieldRule('Campaign', 'budget')).toBe('HIDDEN');
  });
});
