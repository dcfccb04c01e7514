import { customerService, salesService } from '../fixtures/crm.builder.ts';
import { composeSupergraph } from './compose.ts';
import { unregisteredNodeTypes } from './services.ts';

describe('composing the graph', () => {
  it('makes one schema for clients, with node and nodes in it', () => {
    const composed = composeSupergraph([customerService, salesService]);
    const schema = composed.ok ? composed.value.apiSchema : '';
    expect(schema).toContain('node(id: ID!): Node');
    expect(schema).toContain('nodes(ids: [ID!]!): [Node]!');
    expect(schema).toMatch(/type Customer implements Node \{\s+id: ID!\s+name: String!\s+openLeads: Int\s+\}/);
    expect(composed.ok && composed.value.hints).toEqual([]);
  });

  it('gives each service its name as address', () => {
    const composed = composeSupergraph([customerService]);
    expect(composed.ok && composed.value.supergraph).toContain(
      '@join__graph(name: "customer", url: "http://customer/graphql")',
    );
  });

  it('adds nothing to services that know no Node', () => {
    const composed = composeSupergraph([{ name: 'books', sdl: 'type Query { books: [String] }' }]);
    expect(composed.ok && composed.value.supergraph).not.toMatch(/nodes/i);
  });

  it('names the service and the line of a mistake', () => {
    const broken = { name: 'sales', sdl: 'type Query {\n  leads: [Led!]!\n}' };
    expect(composeSupergraph([customerService, broken])).toEqual({
      ok: false,
      refusal: ['sales: Unknown type Led (line 2) [INVALID_GRAPHQL]'],
    });
  });

  it('names the service and the line of what is no GraphQL', () => {
    const broken = { name: 'sales', sdl: 'type Query {\n  leads: [\n}' };
    expect(composeSupergraph([broken])).toEqual({
      ok: false,
      refusal: ['sales: Syntax Error: Expected Name, found "}". (line 3)'],
    });
  });

  it('says which services disagree', () => {
    const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])';
    const shareable = (type: string) => `${link}
      type Price @shareable { amount: ${type} }
      type Query { price: Price @shareable }`;
    const composed = composeSupergraph([
      { name: 'sales', sdl: shareable('Int') },
      { name: 'catalog-pricing', sdl: shareable('String') },
    ]);
    expect(composed.ok || composed.refusal.join()).toMatch(
      /Price\.amount.*(sales|catalog-pricing).*FIELD_TYPE_MISMATCH/s,
    );
  });

  it('refuses two owners of one type', () => {
    const rival = { ...customerService, name: 'marketing' };
    expect(composeSupergraph([customerService, rival])).toEqual({
      ok: false,
      refusal: [
        'customer and marketing: Customer implements Node in each; only its owner may say so, the others extend it by its key.',
      ],
    });
  });

  it('notices a type whose ids nobody could recognise', () => {
    const sdl = customerService.sdl.replaceAll('Customer ', 'Yeti ').replaceAll(': Customer', ': Yeti');
    expect(unregisteredNodeTypes([{ name: 'customer', sdl }])).toEqual([
      'customer: Yeti implements Node but has no code in packages/kernel/src/id-types.ts',
    ]);
  });
});
