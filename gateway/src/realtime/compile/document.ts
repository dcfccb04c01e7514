import { type Result, accept, refuse } from '@crm/kernel';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  GraphQLError,
  Kind,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

import type { ChangeField, ChangeFields } from '../schema/fields.ts';
import { type Refused, invalid, refused } from '../refused.ts';

/** A subscription as a client wrote it, known to be valid. */
export type Subscription = {
  readonly field: ChangeField;
  /** It and its like, when the field tells of several types. */
  readonly fields: readonly ChangeField[];
  /** The name that the answer goes by: the field's alias or name. */
  readonly responseKey: string;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The root field; more than one node when it is written in several pieces. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
};

type Graph = { readonly schema: GraphQLSchema; readonly fields: ChangeFields };

/** Reads and validates a subscription against the graph that clients see. */
export const readSubscription = (
  { schema, fields }: Graph,
  query: string,
  operationName: string | undefined,
): Result<Subscription, Refused> => {
  const document = parsed(query);
  if (!document.ok) return document;
  const errors = validated(schema, document.value);
  if (errors.length > 0) return refuse(invalid('GRAPHQL_VALIDATION_FAILED', errors.map(messageAndPlace)));
  const operation = getOperationAST(document.value, operationName);
  if (!operation) {
    return refuse(
      invalid('OPERATION_RESOLUTION_FAILURE', [{ message: 'There is no telling which operation is meant.' }]),
    );
  }
  if (operation.operation !== 'subscription') return refuse(refused('NOT_A_SUBSCRIPTION'));
  return rootOf(operation, document.value, fields);
};

const parsed = (query: string): Result<DocumentNode, Refused> => {
  try {
    return accept(parse(query, { noLocation: false }));
  } catch (error) {
    const errors = error instanceof GraphQLError ? [messageAndPlace(error)] : [{ message: String(error) }];
    return refuse(invalid('GRAPHQL_PARSE_FAILED', errors));
  }
};

const validated = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
  try {
    return validate(schema, document, specifiedRules, { maxErrors: 1 });
  } catch (error) {
    // graphql-js 16 looks for the fields of a subscription before variables have values, and throws for a condition.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
};

const messageAndPlace = ({ message, locations }: GraphQLError) => ({ message, ...(locations && { locations }) });

const rootOf = (
  operation: OperationDefinitionNode,
  { definitions }: DocumentNode,
  known: ChangeFields,
): Result<Subscription, Refused> => {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const found = rootFields(operation.selectionSet, fragments);
  // Were it skipped, nothing would be subscribed to: the specification forbids it since 2025.
  if (found.isConditional) return refuse(refused('CONDITIONAL_SUBSCRIPTION'));
  const [first, ...more] = found.nodes;
  const fields = known.get(first?.name.value ?? '');
  if (!first || !fields) return refuse(refused('SERVICE_UNAVAILABLE'));
  const responseKey = (first.alias ?? first.name).value;
  return accept({ field: fields[0], fields, responseKey, operation, fragments, nodes: [first, ...more] });
};

type Roots = { readonly nodes: readonly FieldNode[]; readonly isConditional: boolean };

const rootFields = (
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Roots => {
  const parts = selections.map((each): Roots => {
    const isConditional = (each.directives ?? []).some(({ name }) => CONDITIONS.has(name.value));
    if (each.kind === Kind.FIELD) return { nodes: [each], isConditional };
    const inside = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
    const roots = inside ? rootFields(inside.selectionSet, fragments) : { nodes: [], isConditional: false };
    return { nodes: roots.nodes, isConditional: isConditional || roots.isConditional };
  });
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    isConditional: parts.some((each) => each.isConditional),
  };
};

const CONDITIONS = new Set(['skip', 'include']);
