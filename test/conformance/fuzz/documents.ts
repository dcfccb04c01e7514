import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

import type { Chance } from './chance.ts';

const CORPUS = [
  '{ me { id name department { name } } }',
  'query Page($first: Int, $after: String) { customers(first: $first, after: $after) { edges { cursor node { id name } } pageInfo { endCursor } } }',
  'query One($id: ID!) { node(id: $id) { __typename ... on Customer { name contacts(first: 3) { nodes { name } } } } }',
  'mutation Make($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { code message path } } }',
  'query Found($f: CustomerFilter, $o: [CustomerOrder!]) { customers(filter: $f, orderBy: $o, first: 2) { nodes { id } totalCount { value } } }',
  'fragment F on Customer { id owner { name } } query Q { customers(first: 1) { nodes { ...F } } }',
  '{ __schema { queryType { name } } __type(name: "Customer") { fields { name type { name } } } }',
  'query ($yes: Boolean = true) { leads(first: 1) @include(if: $yes) { nodes { id @skip(if: $yes) status } } }',
  'subscription { customerChanged(id: "x") { id } }',
] as const;

const SCRAPS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '$',
  '@',
  '...',
  '!',
  ':',
  '"',
  '"""',
  '#',
  '\\u0000',
  '\u0000',
  '\ud800',
  '😀',
  '９',
  'null',
  'true',
  '1e999',
  '-0',
  'on',
  'fragment',
  'query',
  'mutation',
  '__typename',
  '__proto__',
  'constructor',
  '_entities',
  'id',
  'first: 99999999999',
  '&',
  '|',
  '\r\n',
  '\uFEFF',
];
const TOKENS = /"[^"]*"|[A-Za-z_]\w*|\.\.\.|\S/g;

/** A document that is honest, or nearly so, or nothing like it. */
export const documentOf = (chance: Chance, schema: GraphQLSchema): string => {
  const kind = chance.upTo(10);
  if (kind < 3) return chance.oneOf(CORPUS);
  if (kind < 8) return mutated(chance, chance.oneOf(CORPUS));
  if (kind < 9) return grown(chance, schema);
  return chance.times(40, () => chance.oneOf(SCRAPS)).join(chance.oneOf(['', ' ']));
};

/** Some tokens lost, doubled, exchanged or replaced. */
const mutated = (chance: Chance, text: string) => {
  const tokens = text.match(TOKENS) ?? [];
  for (let count = chance.upTo(4); count >= 0; count -= 1) {
    const at = chance.upTo(tokens.length);
    const other = tokens[chance.upTo(tokens.length)] ?? '';
    const changes = [[], [tokens[at] ?? '', tokens[at] ?? ''], [other], [chance.oneOf(SCRAPS)]];
    tokens.splice(at, 1, ...chance.oneOf(changes));
  }
  return tokens.join(' ');
};

const MOST_LEVELS = 4;

/** Fields that the schema has, at random. */
const grown = (chance: Chance, schema: GraphQLSchema) => {
  const root = schema.getQueryType();
  return root ? `query Grown ${selection(chance, root, 0)}` : '{ __typename }';
};

const selection = (chance: Chance, type: GraphQLOutputType, level: number): string => {
  const named = getNamedType(type);
  const fields = isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : [];
  const chosen = chance
    .times(level === 0 ? 2 : 4, () => fields.length > 0 && chance.oneOf(fields))
    .filter((each) => each !== false);
  const texts = chosen.map(({ name, type: inner, args }) => {
    const given = args.some((each) => each.name === 'first') ? `(first: ${String(chance.upTo(4))})` : '';
    if (!isCompositeType(getNamedType(inner))) return name + given;
    return level < MOST_LEVELS ? `${name}${given} ${selection(chance, inner, level + 1)}` : '__typename';
  });
  return `{ __typename ${[...new Set(texts)].join(' ')} }`;
};
