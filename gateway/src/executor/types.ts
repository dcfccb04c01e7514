import type { Supergraph } from '@apollo/federation-internals';

import { separatorFor } from './canonical-names.ts';

/** What the plan's steps need to know of the supergraph's types, read once for each supergraph. */
export type Types = {
  /** True when an object of this type fits a condition on that type. */
  readonly fits: (typename: string, condition: string) => boolean;
  readonly interfaceNames: ReadonlySet<string>;
  /** Names of objects that are parts of keys or of what a field requires. */
  readonly keyParts: ReadonlySet<string>;
  /** Names of fields that take arguments in some object of an interface where they take none. */
  readonly uneven: ReadonlySet<string>;
  /** Between a field's name and a number; in no field's name. */
  readonly separator: string;
};

export const typesOf = ({ schema }: Pick<Supergraph, 'schema'>): Types => {
  const members = new Map([
    ...schema.interfaceTypes().map((type) => [type.name, namesOf(type.possibleRuntimeTypes())] as const),
    ...schema.unionTypes().map((type) => [type.name, namesOf(type.types())] as const),
  ]);
  const withFields = [...schema.objectTypes(), ...schema.interfaceTypes()];
  return {
    fits: (typename, condition) => typename === condition || members.get(condition)?.has(typename) === true,
    interfaceNames: new Set(schema.interfaceTypes().map(({ name }) => name)),
    keyParts: keyPartsOf(withFields),
    uneven: unevenIn(schema.interfaceTypes()),
    separator: separatorFor(withFields.flatMap((type) => type.fields().map(({ name }) => name))),
  };
};

const unevenIn = (interfaces: ReturnType<Supergraph['schema']['interfaceTypes']>) =>
  new Set(
    interfaces.flatMap((type) => {
      const without = type.fields().filter((each) => !each.hasArguments());
      const takesSome = (name: string) =>
        type.allImplementations().some((each) => each.field(name)?.hasArguments() === true);
      return without.map(({ name }) => name).filter(takesSome);
    }),
  );

type Applied = { readonly arguments: () => Readonly<Record<string, unknown>> };
type Annotated = { readonly appliedDirectives: readonly Applied[] };

/** Field sets stand as text in the directives of a supergraph. */
const keyPartsOf = (types: readonly (Annotated & { fields: () => readonly Annotated[] })[]) => {
  const sets = types
    .flatMap((type) => [type, ...type.fields()])
    .flatMap(({ appliedDirectives }) => appliedDirectives.map((each) => each.arguments()))
    .flatMap(({ key, requires, provides }) => [key, requires, provides])
    .filter((each) => typeof each === 'string');
  return new Set(sets.flatMap((set) => [...set.matchAll(/(\w+)\s*(?:\([^)]*\))?\s*\{/g)].map(([, name = '']) => name)));
};

/** The type that a step of the planner's paths is about, where it is about one. */
export const conditionIn = (step: string | undefined) =>
  step?.startsWith(CONDITION) ? step.slice(CONDITION.length) : null;
const CONDITION = '... on ';

const namesOf = (types: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(types.map(({ name }) => name));
