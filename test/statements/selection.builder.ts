import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  buildASTSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** The entities that a published subgraph can be asked for by reference, each with the fields of its key. */
export const entitiesOf = ({ definitions }: DocumentNode): readonly string[] =>
  definitions
    .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ directives = [] }) =>
      directives.some((each) => each.name.value === 'key' && isResolvable(each.arguments)),
    )
    .map(({ name }) => name.value);

type Arguments = NonNullable<
  NonNullable<
    Extract<DocumentNode['definitions'][number], { kind: Kind.OBJECT_TYPE_DEFINITION }>['directives']
  >[number]['arguments']
>;
const isResolvable = (given: Arguments = []) =>
  !given.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value);

export const schemaOf = (document: DocumentNode): GraphQLSchema => buildASTSchema(document, { assumeValid: true });

/** Below an entity: what it refers to, and the pages of what belongs to it. */
const DEEPEST = 2;

/** Everything of a type that can be asked for without arguments. */
export const everythingOf = (type: GraphQLNamedType | undefined, depth = 0): string => {
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const parts = Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap(({ name, type: of }) => {
      const inner = getNamedType(of);
      if (isLeafType(inner)) return [name];
      return depth < DEEPEST && name !== 'edges' ? [`${name} ${everythingOf(inner, depth + 1)}`] : [];
    });
  return `{ __typename ${parts.join(' ')} }`;
};
