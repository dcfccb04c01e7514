import {
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type TypeNode,
  type VariableDefinitionNode,
  getVariableValues,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;
type ReadVariables = (
  given: Variables,
) =>
  | { readonly coerced: Variables; readonly errors?: never }
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: never };

/**
 * Reads the variables of an operation as graphql-js does; references to entities straight, since their scalar takes
 * every value as it is, and there are hundreds of them.
 */
export const variablesReader = (
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): ReadVariables => {
  const lists = definitions.filter(({ type }) => isReferences(type)).map(({ variable }) => variable.name.value);
  const others = definitions.filter(({ variable }) => !lists.includes(variable.name.value));
  return (given) => {
    if (!lists.every((name) => Object.hasOwn(given, name) && isWithoutNull(given[name]))) {
      return getVariableValues(schema, definitions, given);
    }
    const rest = getVariableValues(schema, others, given);
    if (!rest.coerced) return rest;
    return { coerced: { ...rest.coerced, ...Object.fromEntries(lists.map((name) => [name, given[name]])) } };
  };
};

/** `[_Any!]!` and nothing else. */
const isReferences = (type: TypeNode) => {
  if (type.kind !== Kind.NON_NULL_TYPE || type.type.kind !== Kind.LIST_TYPE) return false;
  const { type: item } = type.type;
  return item.kind === Kind.NON_NULL_TYPE && item.type.kind === Kind.NAMED_TYPE && item.type.name.value === '_Any';
};

const isWithoutNull = (value: unknown) =>
  Array.isArray(value) && value.every((each) => each !== null && each !== undefined);
