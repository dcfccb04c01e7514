import type { ListDefinition, ListRequest } from '@crm/persistence';

import { CONTACT_LIST, listContacts } from '../../services/customer/src/features/contacts/contact.queries.ts';
import { CUSTOMER_LIST, listCustomers } from '../../services/customer/src/features/customers/customer.queries.ts';
import { startCrowd, reader } from './crowd.builder.ts';

const ID = '01900000-0000-7101-8000-000000000007';
const SAMPLE: Readonly<Record<string, unknown>> = {
  id: { in: [ID] },
  ownerId: { eq: '01900000-0000-7103-8000-000000000007' },
  departmentId: { eq: '01900000-0000-7104-8000-000000000007' },
  parentId: { eq: ID },
  customerId: { in: [ID] },
  name: { startsWith: 'c4ca' },
  customerNo: { eq: 'C-000042' },
  registrationNo: { eq: 'R42' },
  kind: { eq: 'PERSON' },
  lifecycle: { in: ['DORMANT', 'CHURNED'] },
  buyingRole: { eq: 'BUYER' },
  industry: { eq: 'INDUSTRY7' },
  country: { eq: 'DE' },
  province: { eq: 'P7' },
  city: { eq: 'C7' },
  grade: { eq: 'A' },
  source: { eq: 'SOURCE7' },
  createdAt: { gte: new Date('2026-03-01'), lt: new Date('2026-03-02') },
  updatedAt: { gte: new Date('2026-07-01'), lt: new Date('2026-07-02') },
  isDeleted: { eq: true },
};

/** Each order both ways, each filter, and search: everything that a client can ask by. */
const asked = (list: ListDefinition): readonly [string, ListRequest & { search?: string }][] => [
  ...Object.keys(list.orderFields).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction): [string, ListRequest] => [
      `ordered by ${field} ${direction}`,
      { orderBy: [{ field, direction }] },
    ]),
  ),
  ...Object.keys(list.filterFields).map((field): [string, ListRequest] => [
    `filtered by ${field}`,
    { filter: { [field]: SAMPLE[field] } },
  ]),
  ['filtered by a part of the name', { filter: { name: { contains: 'c4ca4' } } }],
  ['searched', { search: 'c4ca42 38a0' }],
];

describe('a list among a hundred thousand customers', () => {
  let crowd: Awaited<ReturnType<typeof startCrowd>>;
  beforeAll(async () => {
    crowd = await startCrowd();
  });
  afterAll(() => crowd.stop());

  const lists = [
    ['customers', CUSTOMER_LIST, listCustomers],
    ['contacts', CONTACT_LIST, listContacts],
  ] as const;
  const SCOPES = ['SHARED', 'OWN', 'SUBTREE', 'ALL'];
  const cases = lists.flatMap(([name, list, fetch]) =>
    SCOPES.flatMap((scope) => asked(list).map(([what, request]) => ({ name, scope, what, request, fetch }))),
  );

  it.each(cases)('reads no table from end to end: $name for $scope, $what', async ({ scope, request, fetch }) => {
    crowd.plans.length = 0;
    const first = await fetch(crowd.read)(reader(scope), request, false);
    if (!first.page.ok) throw new Error(JSON.stringify(first.page.refusal));
    const after = first.page.value.edges.at(-1)?.cursor ?? null;
    await fetch(crowd.read)(reader(scope), { ...request, after }, false);

    expect(crowd.plans).toHaveLength(2);
    for (const plan of crowd.plans) expect(plan).not.toMatch(/Seq Scan on (customer|contact|search_document)/);
  });

  it.each(cases.filter(({ scope, what }) => scope === 'ALL' && what.startsWith('ordered')))(
    'has its first page by walking an index, without sorting the whole: $name $what',
    async ({ request, fetch }) => {
      crowd.plans.length = 0;
      await fetch(crowd.read)(reader('ALL'), request, false);

      expect(crowd.plans.join('\n')).not.toMatch(/-> {2}Sort /);
    },
  );
});
