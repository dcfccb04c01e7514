import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import {
  type OperationDefinitionNode,
  type SelectionSetNode,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
} from 'graphql';

import { type Representation, compileRepresentation } from './representation.ts';
import type { Types } from './types.ts';
import type { Place } from './walk.ts';

/** What one fetch of a plan asks, made ready. */
export type Fetch = {
  readonly subgraph: string;
  readonly isMutation: boolean;
  readonly place: Place;
  /** Entity fetches with one group travel in one request; null travels alone. */
  readonly group: string | null;
  /** It may go on waiting for the others of its group: the answer has to wait for them anyway. */
  readonly isPatient: boolean;
  readonly asked: Asked;
};

/** What is asked; equal questions of a plan are one object, whatever objects they are asked about. */
export type Asked = {
  /** Unique in its plan, in the order of the plan. */
  readonly number: number;
  readonly name: string;
  /** For entities: null is a request of its own kind, with the whole text in `selection`. */
  readonly representation: Representation | null;
  /** `{…}` below `_entities`, or below the operation. */
  readonly selection: string;
  /** The names at the top of what is answered, unless it is entities. */
  readonly roots: readonly string[];
  /** `$name:Type` by variable. */
  readonly variables: ReadonlyMap<string, string>;
  readonly renames: readonly FetchDataRewrite[];
};

/** Compiles the fetches of one plan. */
export const fetchCompiler = (types: Types) => {
  const known = new Map<string, Asked>();

  const askedOf = (node: FetchNode): Asked => {
    const { operation, requires, inputRewrites = [], outputRewrites = [], operationName } = node;
    if (node.contextRewrites?.length) throw new Error('Context arguments are not executed here');
    const { selection, roots, variables } = partsOf(operation, requires !== undefined);
    const meaning = JSON.stringify([
      node.serviceName,
      requires,
      selection,
      [...variables],
      inputRewrites,
      outputRewrites,
    ]);
    const there = known.get(meaning);
    if (there) return there;
    const asked: Asked = {
      number: known.size,
      name: operationName ?? '',
      representation: requires ? compileRepresentation(requires, inputRewrites, types) : null,
      selection,
      roots,
      variables,
      renames: outputRewrites,
    };
    known.set(meaning, asked);
    return asked;
  };

  return (node: FetchNode, { place, group, isPatient }: Pick<Fetch, 'place' | 'group' | 'isPatient'>): Fetch => ({
    subgraph: node.serviceName,
    isMutation: node.operationKind === 'mutation',
    place,
    group,
    isPatient,
    asked: askedOf(node),
  });
};

/** Takes an operation of the planner apart, so that it can be put together with others. */
const partsOf = (text: string, isOfEntities: boolean) => {
  const document = parse(text, { noLocation: true });
  const [operation, ...fragments] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || fragments.length > 0) {
    throw new Error('The planner was told not to use named fragments, and did');
  }
  const set = isOfEntities ? entitiesIn(operation.selectionSet) : operation.selectionSet;
  const roots = isOfEntities ? [] : namesIn(operation.selectionSet);
  return { selection: stripIgnoredCharacters(print(set)), roots, variables: variablesOf(operation, isOfEntities) };
};

const entitiesIn = ({ selections: [entities] }: SelectionSetNode) => {
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) throw new Error('The planner asks for no entities');
  return entities.selectionSet;
};

const namesIn = ({ selections }: SelectionSetNode): readonly string[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [(each.alias ?? each.name).value];
    return each.kind === Kind.INLINE_FRAGMENT ? namesIn(each.selectionSet) : [];
  });

const variablesOf = ({ variableDefinitions = [] }: OperationDefinitionNode, isOfEntities: boolean) =>
  new Map(
    variableDefinitions
      .map((each) => [each.variable.name.value, stripIgnoredCharacters(print(each))] as const)
      // The planner's own; requests are given theirs.
      .filter(([name]) => !isOfEntities || name !== 'representations'),
  );
