import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** The name of the variable that a `@skip` or `@include` asks for; null for anything else. */
export const conditionVariable = ({ name, arguments: given = [] }: DirectiveNode): string | null => {
  if (name.value !== 'skip' && name.value !== 'include') return null;
  const condition = given.find((each) => each.name.value === 'if')?.value;
  return condition?.kind === Kind.VARIABLE ? condition.name.value : null;
};

/**
 * Names of the variables that `@skip` and `@include` ask for. Each combination of their values is planned by itself: a
 * plan with conditions in it can leave out what another part of the operation asks for without one.
 */
export const conditionVariables = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const name = conditionVariable(directive);
      if (name !== null) names.add(name);
    },
  });
  return [...names];
};

/** Their values as a text: equal texts are the same combination, so the same plan. */
export const combinationOf = (names: readonly string[], values: Readonly<Record<string, unknown>>): string =>
  names.map((name) => (values[name] === true ? '1' : '0')).join('');
