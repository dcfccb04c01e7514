import { readFileSync } from 'node:fs';
import path from 'node:path';

import {
  type GraphQLField,
  type GraphQLObjectType,
  buildSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../../gateway/schema.graphql'), 'utf8'));
const objects = Object.values(schema.getTypeMap()).filter((each) => isObjectType(each) && !each.name.startsWith('__'));
const connections = objects.filter(({ name }) => name.endsWith('Connection')) as GraphQLObjectType[];
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const typeOf = (type: GraphQLObjectType, field: string) => String(type.getFields()[field]?.type);

/** Every field of the graph that gives a connection, with its place. */
const connectionFields = objects.flatMap((type) =>
  fieldsOf(type as GraphQLObjectType)
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map((field) => ({ place: `${type.name}.${field.name}`, field })),
);
const argument = (field: GraphQLField<unknown, unknown>, name: string) =>
  String(field.args.find((each) => each.name === name)?.type);

// https://relay.dev/graphql/objectidentification.htm, https://relay.dev/graphql/connections.htm
describe('the composed graph, as Relay has it', () => {
  it('knows Node by nothing but its id', () => {
    const node = schema.getType('Node');
    expect(
      isInterfaceType(node) && Object.values(node.getFields()).map(({ name, type }) => `${name}: ${String(type)}`),
    ).toEqual(['id: ID!']);
  });

  it('finds nodes by one id or many', () => {
    const { node, nodes } = schema.getQueryType()?.getFields() ?? {};
    expect([
      node && `${argument(node, 'id')} → ${String(node.type)}`,
      nodes && `${argument(nodes, 'ids')} → ${String(nodes.type)}`,
    ]).toEqual(['ID! → Node', '[ID!]! → [Node]!']);
  });

  it('has connections to look at', () => {
    expect(connections.length).toBeGreaterThan(8);
    expect(connectionFields.length).toBeGreaterThan(10);
  });

  it.each(connections.map((each) => [each.name, each] as const))(
    'gives %s edges, nodes and a page',
    (_, connection) => {
      const edge = getNamedType(connection.getFields().edges?.type ?? connection) as GraphQLObjectType;
      expect(isListType(getNullableType(connection.getFields().edges?.type))).toBe(true);
      expect(edge.name).toBe(connection.name.replace(/Connection$/, 'Edge'));
      expect(typeOf(connection, 'pageInfo')).toBe('PageInfo!');
      expect(typeOf(edge, 'cursor')).toBe('String!');
      const node = edge.getFields().node?.type;
      expect(node && isListType(getNullableType(node))).toBe(false);
      expect(getNamedType(connection.getFields().nodes?.type)).toBe(getNamedType(node));
    },
  );

  it('tells of a page whether there is more, and where it begins and ends', () => {
    const page = schema.getType('PageInfo') as GraphQLObjectType;
    const fields = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'].map((name) => typeOf(page, name));
    expect(fields).toEqual(['Boolean!', 'Boolean!', 'String', 'String']);
  });

  it.each(connectionFields.map(({ place, field }) => [place, field] as const))(
    'lets %s be walked in both directions',
    (_, field) => {
      expect(['first', 'after', 'last', 'before'].map((name) => argument(field, name))).toEqual([
        'Int',
        'String',
        'Int',
        'String',
      ]);
      const demanded = field.args.filter((each) => isNonNullType(each.type) && each.defaultValue === undefined);
      expect(demanded).toEqual([]);
    },
  );

  it('names nothing a connection that is none', () => {
    const others = connectionFields.filter(
      ({ field }) => !connections.includes(getNamedType(field.type) as GraphQLObjectType),
    );
    expect(others).toEqual([]);
  });
});
