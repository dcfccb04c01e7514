import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  GraphQLObjectType,
  Kind,
  getNamedType,
  isCompositeType,
  isLeafType,
} from 'graphql';

import type { Refusals } from '../request-context.ts';
import type { NameOf } from './canonical-names.ts';

/** One operation of a document that the API schema has let pass. */
export type Operation = {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly root: GraphQLObjectType;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly nameOf: NameOf;
  /** Names of objects that are parts of keys: the planner fetches them for itself. */
  readonly keyParts: ReadonlySet<string>;
  /** Values of the variables that `@skip` and `@include` ask for: each combination is an operation of its own. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly refusals: Refusals | undefined;
};

export type Refusal = { readonly code: string; readonly message: string };

type Given = Pick<Operation, 'schema' | 'node' | 'nameOf' | 'keyParts' | 'flags' | 'refusals'>;

export const operationIn = (document: DocumentNode, given: Given): Operation => {
  const { schema, node } = given;
  const root = schema.getRootType(node.operation);
  if (!root) throw new Error(`The graph has no ${node.operation}`);
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each] as const),
  );
  return { ...given, root, fragments };
};

/** The type that a fragment is about. */
export const typeOn = (
  schema: GraphQLSchema,
  condition: NamedTypeNode | undefined,
  otherwise: GraphQLCompositeType,
) => {
  const type = condition && schema.getType(condition.name.value);
  return isCompositeType(type) ? type : otherwise;
};

/** Names that the gateway answers by itself. */
export const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * What keeps equal fields apart. Mutations are done as often as they are written. Objects under two names are fetched
 * twice, as the client wrote it: what fails below one of them must not empty the other.
 */
export const apartIn = (
  operation: Operation,
  parent: GraphQLCompositeType,
  type: GraphQLOutputType,
  node: FieldNode,
) => {
  const name = node.name.value;
  const key = (node.alias ?? node.name).value;
  if (parent === operation.schema.getMutationType()) return key;
  if (isLeafType(getNamedType(type))) return undefined;
  return key === name && !operation.keyParts.has(name) ? undefined : key;
};

/** Why the one who asks may not have a field. */
export const refusalOf = ({ refusals }: Operation, type: string, field: string): Refusal | undefined =>
  refusals?.fields.get(`${type}.${field}`);

/** True when `@skip` and `@include` let a selection stand. */
export const isIncluded = (
  { flags }: Pick<Operation, 'flags'>,
  { directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined },
) =>
  directives.every((each) => {
    const name = each.name.value;
    return (name !== 'skip' && name !== 'include') || isMet(each, flags) === (name === 'include');
  });

const isMet = ({ arguments: given = [] }: DirectiveNode, flags: Operation['flags']) => {
  const condition = given.find(({ name }) => name.value === 'if')?.value;
  if (condition?.kind === Kind.VARIABLE) return flags[condition.name.value] === true;
  return condition?.kind === Kind.BOOLEAN && condition.value;
};
