import type { Identity } from '@crm/graphql/assertion';
import { idOf, newId } from '@crm/kernel';
import { type DocumentNode, Kind, type OperationDefinitionNode, buildSchema, parse } from 'graphql';

import { refuserOf } from './refusals.ts';
import type { Demand, Requirements } from './requirements.ts';

const somebody = (more: Partial<Identity> = {}): Identity => ({
  tenant: newId('Tenant'),
  subject: 'somebody',
  employee: null,
  departmentPath: [],
  roles: [],
  scopes: [],
  customer: null,
  partner: null,
  requestId: 'request-1',
  traceparent: null,
  ...more,
});

const schema = buildSchema(`
  interface Node { id: ID! }
  type Employee implements Node { id: ID! name: String salary: Int manager: Employee }
  type Department implements Node { id: ID! budget: Int }
  union Found = Employee | Department
  type Query { me: Employee  node(id: ID!): Node  search: [Found] }
  type Mutation { raise: Employee }`);

const ask = (demands: Readonly<Record<string, readonly Demand[]>>, identity: Identity | null, query: string) => {
  const requirements: Requirements = new Map(Object.entries(demands));
  const document = parse(query);
  const { key, fields } = refuserOf(requirements)(identity, schema, operationIn(document), fragmentsIn(document));
  expect(key).toBe([...fields.keys()].join(' '));
  return [...fields.keys()];
};
const operationIn = ({ definitions }: DocumentNode): OperationDefinitionNode => {
  const found = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new Error('no operation');
  return found;
};
const fragmentsIn = ({ definitions }: DocumentNode) =>
  Object.fromEntries(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );

const SALARY = '{ me { name salary } }';
const scopes = (...anyOf: readonly (readonly string[])[]) => ({
  'Employee.salary': [{ kind: 'scopes', anyOf } as const],
});
const policy = (...anyOf: readonly (readonly string[])[]) => ({
  'Employee.salary': [{ kind: 'policies', anyOf } as const],
});

describe('what is refused of an operation', () => {
  it('is what it asks for and may not have, and nothing that it does not ask for', () => {
    const demands = { ...scopes(['hr']), 'Department.budget': [{ kind: 'authenticated' }] } as const;
    expect(ask(demands, null, SALARY)).toEqual(['Employee.salary']);
    expect(ask(demands, null, '{ me { name } }')).toEqual([]);
    expect(ask(demands, somebody({ scopes: ['hr'] }), SALARY)).toEqual([]);
  });

  it.each([
    ['neither list', ['hr'], ['Employee.salary']],
    ['parts of both lists', ['hr', 'c'], ['Employee.salary']],
    ['the first list', ['pay', 'hr'], []],
    ['the second list', ['board', 'x'], []],
  ])('depends on scopes: with %s', (_, held, refused) => {
    expect(ask(scopes(['hr', 'pay'], ['board']), somebody({ scopes: held }), SALARY)).toEqual(refused);
  });

  it('is refused when one of several demands is not met', () => {
    const both = {
      'Employee.salary': [
        { kind: 'scopes', anyOf: [['a']] },
        { kind: 'scopes', anyOf: [['b']] },
      ],
    } as const;
    expect(ask(both, somebody({ scopes: ['a'] }), SALARY)).toEqual(['Employee.salary']);
    expect(ask(both, somebody({ scopes: ['a', 'b'] }), SALARY)).toEqual([]);
  });

  it.each([
    ['a role', [['role:FINANCE']], { roles: ['FINANCE'] }],
    ['working here', [['employee']], { employee: newId('Employee') }],
    ['being a customer', [['portal']], { customer: idOf<'Customer'>(newId('Customer')) }],
    ['one of several', [['role:LEGAL', 'employee'], ['role:FINANCE']], { roles: ['FINANCE'] }],
  ])('depends on policies: on %s', (_, anyOf, more) => {
    expect(ask(policy(...anyOf), somebody(more), SALARY)).toEqual([]);
    expect(ask(policy(...anyOf), somebody(), SALARY)).toEqual(['Employee.salary']);
  });

  it('includes what asks for a policy that nobody knows, or for none at all of a list', () => {
    expect(ask(policy(['moon-is-full']), somebody({ roles: ['ADMIN'] }), SALARY)).toEqual(['Employee.salary']);
    expect(ask(policy(), somebody(), SALARY)).toEqual(['Employee.salary']);
  });

  it.each([
    ['nested', '{ me { manager { manager { salary } } } }'],
    ['under another name', '{ me { name: salary } }'],
    ['in a fragment of a union', '{ search { ... on Employee { salary } } }'],
    ['in a fragment of an interface', '{ node(id: 1) { ... on Employee { salary } } }'],
    ['in a fragment without a type', '{ me { ... { ... @include(if: true) { salary } } } }'],
    [
      'in a named fragment, however deep',
      '{ me { ...A } } fragment A on Employee { manager { ...B } } fragment B on Employee { salary }',
    ],
    ['in a change', 'mutation { raise { salary } }'],
  ])('is found %s', (_, query) => {
    expect(ask(scopes(['hr']), somebody(), query)).toEqual(['Employee.salary']);
  });

  it('is named by the type it was asked of', () => {
    const demands = { 'Node.id': [{ kind: 'authenticated' }] } as const;
    expect(ask(demands, null, '{ node(id: 1) { id } }')).toEqual(['Node.id']);
    expect(ask(demands, null, '{ node(id: 1) { ... on Department { id } } }')).toEqual([]);
  });
});
