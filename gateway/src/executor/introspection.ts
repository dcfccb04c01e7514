import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type SelectionNode,
  Kind,
  execute,
} from 'graphql';

import type { Json } from './json.ts';
import { type Operation, INTROSPECTION } from './operation.ts';
import { introspected } from './projection.ts';

/** The part of an operation that is about the schema itself, as a document of its own; null when there is none. */
export const introspectionIn = (operation: Operation): DocumentNode | null => {
  const { node, fragments } = operation;
  const selections = node.selectionSet.selections.flatMap((each) => aboutSchema(each, operation));
  if (selections.length === 0) return null;
  const set = { kind: Kind.SELECTION_SET, selections } as const;
  return { kind: Kind.DOCUMENT, definitions: [{ ...node, directives: [], selectionSet: set }, ...fragments.values()] };
};

const aboutSchema = (node: SelectionNode, operation: Operation): readonly SelectionNode[] => {
  if (node.kind === Kind.FIELD) return INTROSPECTION.has(node.name.value) ? [node] : [];
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : operation.fragments.get(node.name.value);
  const selections = fragment?.selectionSet.selections.flatMap((each) => aboutSchema(each, operation)) ?? [];
  if (selections.length === 0) return [];
  const { directives = [] } = node;
  return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
};

/** Answers it, for the projection to find. */
export const introspect = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
): Json => {
  // Nothing in a schema is asynchronous.
  const { data } = execute({ schema, document, variableValues }) as ExecutionResult;
  return Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [introspected(key), value]));
};
