import { parse } from 'graphql';

import { composeSupergraph } from '../compose/compose.ts';
import { protectionsOf, withoutSecurityPurpose } from './links.ts';
import { type Requirements, requirementsOf } from './requirements.ts';

const IMPORTS = '["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy", "@inaccessible"]';
const graph = (types: string, imports: string = IMPORTS, ...others: readonly string[]) => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imports})`;
  const subgraphs = [types, ...others].map((each, nth) => ({ name: `service-${String(nth)}`, sdl: `${link} ${each}` }));
  const composed = composeSupergraph(subgraphs);
  if (!composed.ok) throw new Error(composed.refusal.join('\n'));
  return composed.value.supergraph;
};
const scopes = (...anyOf: readonly (readonly string[])[]) => ({ kind: 'scopes', anyOf });
const SIGNED_IN = { kind: 'authenticated' };
const demanded = (requirements: Requirements) => Object.fromEntries(requirements);

describe('what a field demands', () => {
  it('is what is written on it, its type and what it gives: of lists in a list one is enough, all of it', () => {
    const types = `
      type Query { staff: [Employee!]  rate: Rate  grade: Grade  open: Int  audit: Int @policy(policies: [["role:AUDITOR"]]) }
      type Employee @authenticated { name: String  salary: Int @requiresScopes(scopes: [["hr", "pay"], ["board"]]) }
      scalar Rate @requiresScopes(scopes: [["rates"]])
      enum Grade @authenticated { A B }`;
    expect(demanded(requirementsOf(graph(types)))).toEqual({
      'Query.staff': [SIGNED_IN],
      'Query.rate': [scopes(['rates'])],
      'Query.grade': [SIGNED_IN],
      'Query.audit': [{ kind: 'policies', anyOf: [['role:AUDITOR']] }],
      'Employee.name': [SIGNED_IN],
      'Employee.salary': [scopes(['hr', 'pay'], ['board']), SIGNED_IN],
    });
  });

  it('is for a field of an interface what that field demands of each type behind it', () => {
    const types = `
      interface Paid { id: ID!  amount: Int }
      type Salary implements Paid { id: ID!  amount: Int @requiresScopes(scopes: [["hr"]]) }
      type Bonus implements Paid { id: ID!  amount: Int @authenticated }
      type Query { paid: Paid }`;
    const found = requirementsOf(graph(types));
    expect(found.get('Paid.amount')).toEqual(expect.arrayContaining([scopes(['hr']), SIGNED_IN]));
    expect(found.get('Salary.amount')).toEqual([scopes(['hr'])]);
    expect([found.has('Paid.id'), found.has('Query.paid')]).toEqual([false, false]);
  });

  it('is for an interface that a protected type may stand behind as much as for the type', () => {
    const types = `
      interface Paid { id: ID! }
      type Salary implements Paid @authenticated { id: ID! }
      type Query { paid: Paid }`;
    expect(demanded(requirementsOf(graph(types)))).toEqual({
      'Query.paid': [SIGNED_IN],
      'Paid.id': [SIGNED_IN],
      'Salary.id': [SIGNED_IN],
    });
  });

  it('is what any service demands, all of them together', () => {
    const customer =
      'type Query { a: Int } type Customer @key(fields: "id") { id: ID! name: String @shareable @authenticated }';
    const sales =
      'type Query { b: Int } type Customer @key(fields: "id") { id: ID! name: String @shareable @requiresScopes(scopes: [["x"]]) }';
    expect(requirementsOf(graph(customer, IMPORTS, sales)).get('Customer.name')).toEqual(
      expect.arrayContaining([SIGNED_IN, scopes(['x'])]),
    );
  });

  it('is found under whatever name the services gave the directive', () => {
    const supergraph = graph('type Query { a: Int @signedIn }', '[{ name: "@authenticated", as: "@signedIn" }]');
    expect(demanded(requirementsOf(supergraph))).toEqual({ 'Query.a': [SIGNED_IN] });
    expect(protectionsOf(parse(supergraph))).toEqual([{ feature: 'authenticated', directive: 'signedIn' }]);
  });

  it('is nothing in a graph that protects nothing', () => {
    expect(requirementsOf(graph('type Query { a: Int }')).size).toBe(0);
  });
});

describe('a protected graph that is handed to the planner', () => {
  const types = 'type Query { a: Int @authenticated  b: Int @policy(policies: [["employee"]])  c: Int @inaccessible }';
  const purposes = (supergraph: string) =>
    [...supergraph.matchAll(/dev\/(\w+)\/v[\d.]+", for: SECURITY/g)].map(([, feature]) => feature).sort();

  it('has lost the purpose of the links that we enforce, and of no other', () => {
    const supergraph = graph(types);
    expect(purposes(supergraph)).toEqual(['authenticated', 'inaccessible', 'policy']);
    const stripped = withoutSecurityPurpose(supergraph);
    expect(purposes(stripped)).toEqual(['inaccessible']);
    expect(demanded(requirementsOf(stripped))).toEqual(demanded(requirementsOf(supergraph)));
  });

  it('is left as it is when it protects nothing', () => {
    const open = graph('type Query { a: Int }');
    expect(withoutSecurityPurpose(open)).toBe(open);
  });
});
