import {
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  Kind,
  print,
  visit,
} from 'graphql';

type Source = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: readonly VariableDefinitionNode[];
};

/** The parts of a client's document that some selections need, as text to be put beside a query. */
export type Needed = { readonly variables: readonly VariableDefinitionNode[]; readonly fragments: string };

/** Which fragments and variables some selections use, directly or through each other. */
export const neededBy = (selections: readonly SelectionNode[], { fragments, variables }: Source): Needed => {
  const names = new Set<string>();
  const used = new Set<string>();
  const look = (node: SelectionNode | SelectionSetNode | FragmentDefinitionNode) => {
    visit(node, {
      Variable: ({ name }) => void used.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || names.has(name.value)) return;
        names.add(name.value);
        look(fragment);
      },
    });
  };
  for (const each of selections) look(each);
  return {
    variables: variables.filter(({ variable }) => used.has(variable.name.value)),
    fragments: [...names].map((name) => print(fragments.get(name) ?? EMPTY)).join('\n'),
  };
};

const EMPTY = { kind: Kind.SELECTION_SET, selections: [] } as const;

/** Text for selections, with what we ask for beside them. */
export const selectionText = (selections: readonly SelectionNode[], own: string | null) => {
  const atLeast = own ?? (selections.length === 0 ? '__typename' : '');
  return `{ ${selections.map(print).join(' ')} ${atLeast} }`;
};

/** Asks for the record's version, under a name of our own. */
export const versionText = (name: string) => `${name}: version`;

/** A name that a document does not use yet for a field or a variable. */
export const freshName = (wanted: string, document: readonly (FieldNode | FragmentDefinitionNode)[]) => {
  const taken = new Set<string>();
  for (const each of document) {
    visit(each, {
      Field: ({ alias, name }) => void taken.add((alias ?? name).value),
      Variable: ({ name }) => void taken.add(name.value),
    });
  }
  let name = wanted;
  while (taken.has(name)) name = `${name}_`;
  return name;
};
