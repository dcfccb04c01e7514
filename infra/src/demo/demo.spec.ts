import { isEmail, normalisePhone } from '@crm/kernel';

import { DEMO_SIZES, demoCompany, demoCustomers } from './index.ts';

const customers = demoCustomers(DEMO_SIZES.huaxia ?? { companies: 0, people: 0 });
const points = (input: Readonly<Record<string, unknown>>) => input.contactPoints as { kind: string; value: string }[];

describe('the demo company', () => {
  it('has 200 companies and 500 people, the same every time', () => {
    const kinds = Map.groupBy(customers, ({ input }) => input.kind);
    expect([kinds.get('ORGANIZATION')?.length, kinds.get('PERSON')?.length]).toEqual([200, 500]);
    expect(demoCustomers({ companies: 200, people: 500 })).toEqual(customers);
  });

  it('can be reached: every phone and e-mail address is one', () => {
    const all = [
      ...customers.flatMap(({ input, contacts }) => [...points(input), ...contacts.flatMap((each) => points(each))]),
    ];
    const wrong = all.filter(({ kind, value }) =>
      kind === 'PHONE' ? normalisePhone(value) === null : !isEmail(value),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['huaxia', 'northwind'])(
    'has twelve employees with roles in departments of %s, each below a manager hired before',
    (tenant) => {
      const { departments, employees } = demoCompany(tenant);
      const known = new Set<string>();
      expect(employees).toHaveLength(12);
      for (const { subject, manager, department } of employees) {
        expect(manager === null || known.has(manager)).toBe(true);
        expect(departments.some(({ key }) => key === department)).toBe(true);
        known.add(subject);
      }
      expect(known.size).toBe(12);
    },
  );
});
