import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  visit,
} from 'graphql';

import { conditionVariable } from '../executor/conditions.ts';

/** How big a document is, in whatever way it can be made big. */
export type Shape = {
  /** The longest way down, with fragments spread. */
  readonly depth: number;
  /** All selections with fragments spread, summed over the operations. */
  readonly fields: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Each that `@skip` or `@include` asks for doubles the plans that the document may have. */
  readonly conditionVariables: readonly string[];
  /** How many they are. */
  readonly conditions: number;
  /** The most often that one selection set asks for the same name or spreads the same fragment. */
  readonly repeats: number;
  /** Whether it asks about the schema itself. */
  readonly introspects: boolean;
  /** A fragment that spreads itself, by whatever detour. The sizes then mean nothing. */
  readonly circular: string | null;
};

type Size = { readonly depth: number; readonly fields: number; readonly roots: number };
const NOTHING: Size = { depth: 0, fields: 0, roots: 0 };

/** Measures a document in one pass over its nodes: each fragment is looked at once, however often it is spread. */
export const shapeOf = (document: DocumentNode): Shape => {
  const measure = measuring(document);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const sizes = operations.map(({ selectionSet }) => measure.size(selectionSet));
  return {
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    fields: sizes.reduce((sum, { fields }) => sum + fields, 0),
    rootFields: Math.max(0, ...sizes.map(({ roots }) => roots)),
    ...countsOf(document),
    circular: measure.circular(),
  };
};

const measuring = (document: DocumentNode) => {
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each] as const),
  );
  const known = new Map<FragmentDefinitionNode, Size>();
  const open = new Set<FragmentDefinitionNode>();
  let circular: string | null = null;

  const size = ({ selections }: SelectionSetNode): Size => selections.map(sizeOf).reduce(added, NOTHING);
  const sizeOf = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return size(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return spread(selection.name.value);
    const inner = selection.selectionSet ? size(selection.selectionSet) : NOTHING;
    return { depth: inner.depth + 1, fields: inner.fields + 1, roots: 1 };
  };
  const spread = (name: string): Size => {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    if (open.has(fragment)) {
      circular = name;
      return NOTHING;
    }
    const measured = known.get(fragment);
    if (measured) return measured;
    open.add(fragment);
    const found = size(fragment.selectionSet);
    open.delete(fragment);
    known.set(fragment, found);
    return found;
  };
  // Fragments that no operation spreads are validated all the same, so they are looked at too.
  for (const name of fragments.keys()) spread(name);
  return { size, circular: () => circular };
};

const added = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  roots: a.roots + b.roots,
});

const countsOf = (document: DocumentNode) => {
  const conditions = new Set<string>();
  let [aliases, directives, repeats, introspects] = [0, 0, 0, false];
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias) aliases += 1;
      if (name.value === '__schema' || name.value === '__type') introspects = true;
    },
    Directive: (directive) => {
      directives += 1;
      const variable = conditionVariable(directive);
      if (variable !== null) conditions.add(variable);
    },
    SelectionSet: ({ selections }) => {
      repeats = Math.max(repeats, mostRepeated(selections));
    },
  });
  const conditionVariables = [...conditions];
  return { aliases, directives, conditionVariables, conditions: conditions.size, repeats, introspects };
};

const mostRepeated = (selections: readonly SelectionNode[]) => {
  const counts = new Map<string, number>();
  for (const each of selections) {
    const name = nameOf(each);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Math.max(...counts.values());
};

const nameOf = (selection: SelectionNode) => {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`;
  return `... on ${selection.typeCondition?.name.value ?? ''}`;
};
