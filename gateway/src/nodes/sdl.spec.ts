import { nodeOwnersOf } from './owners.ts';
import { nodeTypesOf, nodesSdl } from './sdl.ts';
import { composeSupergraph } from '../compose/compose.ts';
import { customerService, salesService } from '../fixtures/crm.builder.ts';

const sdl = (types: string) => ({ name: 'sales', sdl: types });

describe('what node(id) can find', () => {
  it('is what its owner declares a Node with an id as key', () => {
    expect(nodeTypesOf([customerService, salesService])).toEqual([
      { type: 'Customer', owner: 'customer' },
      { type: 'Lead', owner: 'sales' },
    ]);
  });

  it('is not what another service only extends or refers to', () => {
    const types = `
      type Customer @key(fields: "id") { id: ID! }
      type Quote implements Node @key(fields: "id", resolvable: false) { id: ID! }
      type Rate implements Node @key(fields: "code") { id: ID! code: ID! }
      type Note implements Node { id: ID! }`;
    expect(nodeTypesOf([sdl(types)])).toEqual([]);
  });

  it('includes types declared in two parts', () => {
    const types =
      'type Lead @key(fields: "id") { id: ID! } extend type Lead implements Node @key(fields: " id ") { no: Int }';
    expect(nodeTypesOf([sdl(types)])).toEqual([{ type: 'Lead', owner: 'sales' }]);
  });

  it('needs no subgraph of its own when nothing is a Node', () => {
    expect(nodesSdl([])).toBeNull();
  });

  it('becomes a stub per type, in a subgraph of its own', () => {
    expect(nodesSdl(['Lead'])).toContain(
      'type Lead implements Node @key(fields: "id", resolvable: false) {\n  id: ID!\n}',
    );
  });
});

describe('whom to ask whether something exists', () => {
  it('is read from the supergraph', () => {
    const composed = composeSupergraph([customerService, salesService]);
    const owners = composed.ok ? nodeOwnersOf(composed.value.supergraph) : new Map();
    expect([...owners]).toEqual([
      ['Customer', 'customer'],
      ['Lead', 'sales'],
    ]);
  });

  it('is its owner, also where a service before it in the alphabet refers to it as some Node', () => {
    const referring = {
      name: 'a-first',
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
        interface Node { id: ID! }
        type Lead implements Node @key(fields: "id", resolvable: false) { id: ID! }
        type Query { newest: Node }`,
    };
    const composed = composeSupergraph([referring, customerService, salesService]);
    expect(composed.ok && nodeOwnersOf(composed.value.supergraph).get('Lead')).toBe('sales');
  });

  it('is nobody in a supergraph that brings a node field of its own', () => {
    const foreign = {
      name: 'nodes',
      url: 'http://nodes/graphql',
      sdl: `type Query { node(id: ID!): Node } interface Node { id: ID! } type Book implements Node { id: ID! }`,
    };
    const composed = composeSupergraph([foreign]);
    expect(composed.ok && nodeOwnersOf(composed.value.supergraph).size).toBe(0);
  });
});
