import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

type Type = Parameters<typeof isCompositeType>[0];
const DEEPEST = 5;
const CONDITIONS = [
  '',
  '',
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @include(if: $no)',
  ' @skip(if: true)',
];
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  echo: ['', '(n: 7)', '(n: $n)', '(in: { n: $n, many: [1, 2] })', '(in: $in)', '(text: "x", in: { inner: {} })'],
};

/** What clients ask for. */
const fieldsOf = (type: Type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'))
    : [];

/**
 * Writes an operation that is valid, from numbers: the same from the same. Fields of one name in the answer never
 * differ, since the name tells their arguments.
 */
export const operationFrom = (schema: GraphQLSchema, numbers: readonly number[]) => {
  let at = 0;
  const below = (limit: number) => (numbers[(at += 1) % numbers.length] ?? 0) % limit;
  const oneOf = <Value>(values: readonly Value[]): Value | undefined => values[below(values.length)];
  const fragments: string[] = [];

  const condition = () => oneOf(CONDITIONS) ?? '';
  const field = ({ name, type }: GraphQLField<unknown, unknown>, depth: number): string => {
    const variants = ARGUMENTS[name] ?? [''];
    const nth = below(variants.length);
    const alias = nth > 0 ? `${name}${String(nth)}: ` : below(6) === 0 ? `other_${name}: ` : '';
    const inner = getNamedType(type);
    const rest = isCompositeType(inner) ? ` ${selection(inner, depth + 1)}` : '';
    return `${alias}${name}${variants[nth] ?? ''}${condition()}${rest}`;
  };
  const spread = (type: Type, depth: number) => {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const on = oneOf(possible);
    if (!isObjectType(on)) return '__typename';
    const body = selection(on, depth + 1);
    if (below(3) > 0) return `... on ${on.name}${condition()} ${body}`;
    fragments.push(`fragment F${String(fragments.length)} on ${on.name} ${body}`);
    return `...F${String(fragments.length - 1)}${condition()}`;
  };
  const part = (type: Type, depth: number): string => {
    const fits = fieldsOf(type).filter((each) => depth < DEEPEST || !isCompositeType(getNamedType(each.type)));
    const choice = below(8);
    if (choice === 0) return '__typename';
    if (depth < DEEPEST && (choice === 1 || fits.length === 0)) return spread(type, depth);
    const chosen = oneOf(fits);
    return chosen ? field(chosen, depth) : '__typename';
  };
  const selection = (type: Type, depth: number): string =>
    `{ ${Array.from({ length: 1 + below(4) }, () => part(type, depth)).join(' ')} }`;

  const isOfEntities = below(3) === 0;
  const body = isOfEntities
    ? `{ _entities(representations: $representations) ${selection(schema.getType('_Entity'), 1)} }`
    : selection(schema.getQueryType(), 0);
  return declared([body, ...fragments].join('\n'));
};

const VARIABLES: Readonly<Record<string, string>> = {
  yes: 'Boolean = true',
  no: 'Boolean!',
  n: 'Int',
  in: 'In',
  representations: '[_Any!]!',
};

/** With the variables that it uses, and no other. */
const declared = (body: string) => {
  const names = new Set([...body.matchAll(/\$(\w+)/g)].map(([, name = '']) => name));
  const given = [...names].map((name) => `$${name}: ${VARIABLES[name] ?? ''}`);
  return `query${given.length > 0 ? `(${given.join(', ')})` : ''} ${body}`;
};
