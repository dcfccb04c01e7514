import {
  type ConstDirectiveNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
  type ValueNode,
  isTypeDefinitionNode,
  parse,
} from 'graphql';

import { type Protection, protectionsOf } from './links.ts';

/** One directive's demand. Of `anyOf` one list is enough, of which everything is needed. */
export type Demand =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly anyOf: readonly (readonly string[])[] }
  | { readonly kind: 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** What each protected field demands, by its coordinate (`Employee.salary`): all of it. Others are not in it. */
export type Requirements = ReadonlyMap<string, readonly Demand[]>;

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Reads what a supergraph's `@authenticated`, `@requiresScopes` and `@policy` demand, as the federation specification
 * says: a field demands what is written on itself, on the type it is asked of, and on the type it gives; a field of an
 * interface also what that field demands of every type that may stand behind it.
 */
export const requirementsOf = (supergraph: string): Requirements => {
  const document = parse(supergraph, { noLocation: true });
  const protections = protectionsOf(document);
  if (protections.length === 0) return new Map();
  const demandsOn = readerOf(protections);
  const types = new Map(document.definitions.filter(isTypeDefinitionNode).map((each) => [each.name.value, each]));
  const fielded = [...types.values()].filter(isFielded);
  const behind = implementorsOf(fielded);

  const ofType = (name: string) => [
    ...demandsOn(types.get(name)),
    ...(behind.get(name) ?? []).flatMap((each) => demandsOn(each)),
  ];
  const ofField = (type: Fielded, name: string): readonly Demand[] => {
    const field = type.fields?.find((each) => each.name.value === name);
    return field ? [...demandsOn(field), ...ofType(type.name.value), ...ofType(namedType(field.type))] : [];
  };
  return new Map(
    fielded.flatMap((type) =>
      (type.fields ?? []).flatMap(({ name: { value: name } }) => {
        const demands = [type, ...(behind.get(type.name.value) ?? [])].flatMap((each) => ofField(each, name));
        return demands.length > 0 ? [[`${type.name.value}.${name}`, distinct(demands)] as const] : [];
      }),
    ),
  );
};

const isFielded = (type: TypeDefinitionNode): type is Fielded =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** The types that may stand behind each interface. */
const implementorsOf = (types: readonly Fielded[]): ReadonlyMap<string, readonly Fielded[]> => {
  const claims = types.flatMap((type) => (type.interfaces ?? []).map(({ name }) => ({ type, of: name.value })));
  const grouped = Map.groupBy(claims, ({ of }) => of);
  return new Map([...grouped].map(([name, each]) => [name, each.map(({ type }) => type)]));
};

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const readerOf =
  (protections: readonly Protection[]) =>
  (node: Directed | undefined): readonly Demand[] =>
    (node?.directives ?? []).flatMap(({ name, arguments: given = [] }): readonly Demand[] => {
      const protection = protections.find(({ directive }) => directive === name.value);
      if (!protection) return [];
      if (protection.feature === 'authenticated') return [{ kind: 'authenticated' }];
      const kind = protection.feature === 'policy' ? 'policies' : 'scopes';
      const listed = given.find((each) => each.name.value === kind)?.value;
      return [{ kind, anyOf: listed ? listsIn(listed) : [] }];
    });

const listsIn = (value: ValueNode): readonly (readonly string[])[] =>
  itemsOf(value).map((each) => itemsOf(each).flatMap(textOf));

/** GraphQL reads a single value as a list of one. */
const itemsOf = (value: ValueNode): readonly ValueNode[] => (value.kind === Kind.LIST ? value.values : [value]);

const textOf = (value: ValueNode) => (value.kind === Kind.STRING ? [value.value] : []);

const distinct = (demands: readonly Demand[]): readonly Demand[] => [
  ...new Map(demands.map((each) => [JSON.stringify(each), each])).values(),
];
