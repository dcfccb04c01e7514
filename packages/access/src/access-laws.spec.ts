import fc from 'fast-check';

import { NOW, anyActor, anyDirectory, anyRecords, anyShares } from './access-arbitraries.builder.ts';
import { anActor, customer, employee } from './access.builder.ts';
import { type Access, accessFor } from './access.ts';
import { buildDirectory } from './directory.ts';
import { type RecordFacts, type RecordShare, matches } from './predicate.ts';
import { DATA_SCOPES } from './vocabulary.ts';

const reachedBy =
  (access: Access, rows: readonly RecordFacts[], shares: readonly RecordShare[]) => (action: 'read' | 'update') =>
    rows.filter((row) => matches(access.predicate('Lead', action), row, shares, NOW)).map(({ record }) => record);

describe('for any organisation, roles, records and shares', () => {
  it('another role never takes a record away from an employee', () => {
    fc.assert(
      fc.property(anyDirectory, anyActor, anyRecords, anyShares, (directory, actor, rows, shares) => {
        const employed = { ...actor, customer: null, partner: null, employee: employee(99) };
        const one = accessFor({ ...employed, roles: ['ONE'] }, directory);
        const both = accessFor({ ...employed, roles: ['ONE', 'OTHER'] }, directory);

        expect(reachedBy(both, rows, shares)('read')).toEqual(
          expect.arrayContaining(reachedBy(one, rows, shares)('read')),
        );
      }),
    );
  });

  it('each scope reaches all that the one before reaches', () => {
    const directory = buildDirectory({
      departments: [],
      employees: [],
      roles: DATA_SCOPES.map((scope) => ({ key: scope, permissions: { 'Lead.update': scope }, fields: {} })),
    });
    fc.assert(
      fc.property(anyActor, anyRecords, anyShares, (actor, rows, shares) => {
        const employed = { ...actor, customer: null, partner: null };
        const reached = DATA_SCOPES.map((scope) =>
          reachedBy(accessFor({ ...employed, roles: [scope] }, directory), rows, shares)('update'),
        );

        reached.slice(1).forEach((wider, at) => {
          expect(wider).toEqual(expect.arrayContaining(reached[at] ?? []));
        });
      }),
    );
  });

  it('a portal customer never reaches a record of another', () => {
    fc.assert(
      fc.property(anyDirectory, anyActor, anyRecords, anyShares, (directory, actor, rows, shares) => {
        const visitor = anActor({ ...actor, employee: null, customer: customer(1), partner: null });
        const reached = reachedBy(accessFor(visitor, directory), rows, shares)('read');

        const foreign = rows.filter((row) => row.customer !== customer(1)).map(({ record }) => record);
        expect(reached.filter((record) => foreign.includes(record ?? ''))).toEqual([]);
      }),
    );
  });

  it('an employee who left reaches nothing, whatever his token says', () => {
    fc.assert(
      fc.property(anyActor, anyRecords, anyShares, (actor, rows, shares) => {
        const directory = buildDirectory({
          departments: [],
          employees: [{ id: employee(1), departmentId: null, active: false, roles: ['ADMIN'] }],
          roles: [],
        });
        const leaver = { ...actor, employee: employee(1), roles: ['ADMIN', 'SALES_MANAGER'] };

        expect(reachedBy(accessFor(leaver, directory), rows, shares)('read')).toEqual([]);
      }),
    );
  });
});
