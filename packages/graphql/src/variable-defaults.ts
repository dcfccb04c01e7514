import {
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type TypeNode,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Fills in what clients leave out and the schema gives a default for, inside input objects. The compiled execution
 * reads variables itself and would refuse a required field that has a default (graphql-jit 0.8.9).
 */
export const defaultsFiller = (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) => {
  const definitions = operationOf(document, operationName)?.variableDefinitions ?? [];
  const fillers = definitions.map(({ variable, type }) => {
    const inputType = inputTypeOf(schema, type);
    return { name: variable.name.value, type: inputType };
  });
  return (variables: Variables): Record<string, unknown> => {
    const filled = { ...variables };
    for (const { name, type } of fillers) if (type && name in filled) filled[name] = fill(type, filled[name]);
    return filled;
  };
};

const inputTypeOf = (schema: GraphQLSchema, type: TypeNode) => {
  // One of its three overloads; which, depends on nothing here.
  const found = typeFromAST(schema, type as NamedTypeNode);
  return found && isInputType(found) ? found : undefined;
};

const operationOf = (document: DocumentNode, name: string | undefined) =>
  document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && (!name || each.name?.value === name),
  );

const fill = (type: GraphQLInputType, value: unknown): unknown => {
  const inner = getNullableType(type);
  if (value === null || value === undefined) return value;
  if (isListType(inner)) {
    return Array.isArray(value) ? value.map((each) => fill(inner.ofType, each)) : fill(inner.ofType, value);
  }
  return isInputObjectType(inner) && typeof value === 'object' ? fillObject(inner, value) : value;
};

const fillObject = (type: GraphQLInputObjectType, value: object) => {
  const filled: Record<string, unknown> = { ...value };
  for (const { name, type: fieldType, astNode } of Object.values(type.getFields())) {
    // As written in the schema, not as read: what a client could have sent.
    if (filled[name] !== undefined) filled[name] = fill(fieldType, filled[name]);
    else if (astNode?.defaultValue) filled[name] = valueFromASTUntyped(astNode.defaultValue);
  }
  return filled;
};
