import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
  type ValueNode,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/** How the answer of a list field is sized. */
export type ListSize = {
  readonly slicingArguments: readonly string[];
  /** The fields below this one that are as long as it says; none: the field itself. */
  readonly sizedFields: readonly string[];
  readonly assumedSize: number;
};

export type InputCost = {
  readonly type: string;
  readonly weight: number;
  readonly isList: boolean;
  readonly fallback: ValueNode | undefined;
};

export type FieldCost = {
  readonly type: string;
  /** What one value costs by itself. */
  readonly weight: number;
  readonly isList: boolean;
  /** Null where the schema does not say. */
  readonly listSize: ListSize | null;
  readonly arguments: ReadonlyMap<string, InputCost>;
};

export type CostModel = {
  readonly query: string;
  readonly mutation: string;
  readonly subscription: string;
  /** The fields of each object type and interface. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldCost>>;
  /** The object types of each interface and union. */
  readonly possible: ReadonlyMap<string, ReadonlySet<string>>;
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, InputCost>>;
  /** Whether any argument or input field costs anything. */
  readonly hasInputCosts: boolean;
};

/** How long a list is that the schema says nothing about. */
export const ASSUMED_LIST = 10;
const OBJECT = 1;
const COST_SPEC = 'https://specs.apollo.dev/cost/v';

/**
 * Reads from a supergraph what its fields cost: an object 1, a scalar or enum 0, unless `@cost` says otherwise; lists
 * as `@listSize` says. Both by whatever name the supergraph links them.
 * https://ibm.github.io/graphql-specs/cost-spec.html
 */
export const costModelOf = (supergraph: string): CostModel => {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = directiveNames(definitions);
  const weights = weightsOf(definitions, names.cost);
  const reader = { names, weightOf: (type: string) => weights.get(type) ?? 0 };
  const inputs = new Map(
    definitions
      .filter((each) => each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .map((each) => [each.name.value, inputsOf(each.fields ?? [], names.cost)] as const),
  );
  const fields = new Map(
    definitions
      .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION)
      .map((each) => [
        each.name.value,
        new Map((each.fields ?? []).map((field) => [field.name.value, fieldOf(field, reader)])),
      ]),
  );
  const costs = (all: ReadonlyMap<string, InputCost>) => [...all.values()].some(({ weight }) => weight > 0);
  const hasInputCosts =
    [...inputs.values()].some(costs) ||
    [...fields.values()].some((each) => [...each.values()].some((field) => costs(field.arguments)));
  return { ...rootsOf(definitions), fields, possible: possibleOf(definitions), inputs, hasInputCosts };
};

type Names = { readonly cost: string; readonly listSize: string };

/** `@cost` goes by the name of its specification, `@listSize` by the name it is imported under. */
const directiveNames = (definitions: readonly DefinitionNode[]): Names => {
  const links = definitions.flatMap((each) =>
    each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION ? (each.directives ?? []) : [],
  );
  const link = links.map(argumentsOf).find(({ url }) => String(url).startsWith(COST_SPEC));
  const namespace = typeof link?.as === 'string' ? link.as : 'cost';
  const imported = new Map((Array.isArray(link?.import) ? link.import : []).map(importOf));
  return {
    cost: imported.get('@cost') ?? namespace,
    listSize: imported.get('@listSize') ?? `${namespace}__listSize`,
  };
};

const importOf = (each: unknown): readonly [string, string] => {
  if (typeof each === 'string') return [each, each.slice(1)];
  // https://specs.apollo.dev/link: otherwise an object with both names.
  const { name, as = name } = each as { readonly name: string; readonly as?: string };
  return [name, as.slice(1)];
};

const argumentsOf = (directive: ConstDirectiveNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

const useOf = (directives: readonly ConstDirectiveNode[] = [], name: string) => {
  const found = directives.find((each) => each.name.value === name);
  return found ? argumentsOf(found) : null;
};

const weightIn = (directives: readonly ConstDirectiveNode[] | undefined, cost: string) => {
  const weight = useOf(directives, cost)?.weight;
  return weight === undefined ? null : Number(weight);
};

const weightsOf = (definitions: readonly DefinitionNode[], cost: string): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const each of definitions) {
    if (each.kind === Kind.OBJECT_TYPE_DEFINITION)
      weights.set(each.name.value, weightIn(each.directives, cost) ?? OBJECT);
    if (each.kind === Kind.SCALAR_TYPE_DEFINITION || each.kind === Kind.ENUM_TYPE_DEFINITION) {
      weights.set(each.name.value, weightIn(each.directives, cost) ?? 0);
    }
  }
  // Whatever it turns out to be: the dearest.
  for (const [type, members] of possibleOf(definitions)) {
    weights.set(type, Math.max(OBJECT, ...[...members].map((member) => weights.get(member) ?? OBJECT)));
  }
  return weights;
};

const possibleOf = (definitions: readonly DefinitionNode[]) => {
  const possible = new Map<string, Set<string>>();
  const add = (abstract: string, type: string) => {
    possible.set(abstract, (possible.get(abstract) ?? new Set()).add(type));
  };
  for (const each of definitions) {
    if (each.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const { name } of each.interfaces ?? []) add(name.value, each.name.value);
    }
    if (each.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of each.types ?? []) add(each.name.value, name.value);
    }
  }
  return possible;
};

type Reader = { readonly names: Names; readonly weightOf: (type: string) => number };

const fieldOf = (
  { type, directives, arguments: given }: FieldDefinitionNode,
  { names, weightOf }: Reader,
): FieldCost => {
  const name = nameOf(type);
  const size = useOf(directives, names.listSize);
  return {
    type: name,
    weight: weightIn(directives, names.cost) ?? weightOf(name),
    isList: isList(type),
    listSize: size && {
      slicingArguments: textsOf(size.slicingArguments),
      sizedFields: textsOf(size.sizedFields),
      assumedSize: size.assumedSize === undefined ? ASSUMED_LIST : Number(size.assumedSize),
    },
    arguments: inputsOf(given ?? [], names.cost),
  };
};

const inputsOf = (definitions: readonly InputValueDefinitionNode[], cost: string): ReadonlyMap<string, InputCost> =>
  new Map(
    definitions.map(({ name, type, directives, defaultValue }) => [
      name.value,
      {
        type: nameOf(type),
        weight: weightIn(directives, cost) ?? 0,
        isList: isList(type),
        fallback: defaultValue,
      },
    ]),
  );

const rootsOf = (definitions: readonly DefinitionNode[]) => {
  const roots = definitions.flatMap((each) => (each.kind === Kind.SCHEMA_DEFINITION ? each.operationTypes : []));
  const rootOf = (operation: string) => roots.find((each) => each.operation === operation)?.type.name.value;
  return {
    query: rootOf('query') ?? 'Query',
    mutation: rootOf('mutation') ?? 'Mutation',
    subscription: rootOf('subscription') ?? 'Subscription',
  };
};

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));
const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
