import { type ArgumentNode, type OperationDefinitionNode, type ValueNode, valueFromASTUntyped } from 'graphql';

import { ASSUMED_LIST, type CostModel, type FieldCost, type InputCost } from './cost-model.ts';

type Given = ReadonlyMap<string, unknown>;

/** What depends on arguments, and so on variables. */
export type Costs = {
  readonly valueOf: (node: ValueNode) => unknown;
  readonly argumentsOf: (nodes: readonly ArgumentNode[] | undefined) => Given;
  /** How many elements the field, or the fields it sizes, may answer. */
  readonly lengthOf: (field: FieldCost, given: Given) => number;
  readonly costOfArguments: (field: FieldCost, given: Given) => number;
};

export const costsOf = (
  model: CostModel,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Costs => {
  const values = variablesOf(operation, variables);
  const valueOf = (node: ValueNode): unknown => valueFromASTUntyped(node, values);
  return {
    valueOf,
    argumentsOf: (nodes = []) => new Map(nodes.map(({ name, value }) => [name.value, valueOf(value)])),
    lengthOf,
    costOfArguments: (field, given) => (model.hasInputCosts ? costOfInputs(model, field.arguments, given) : 0),
  };
};

/** The variables as execution will see them. Own members only: names come from the client. */
export const variablesOf = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
) =>
  Object.fromEntries(
    variableDefinitions.map(({ variable: { name }, defaultValue }) => {
      const own = Object.hasOwn(given, name.value) ? given[name.value] : undefined;
      return [name.value, own === undefined && defaultValue ? valueFromASTUntyped(defaultValue) : own];
    }),
  );

const lengthOf = (field: FieldCost, given: Given): number => {
  if (!field.listSize) return field.isList ? lengthByIds(field, given) : 1;
  const { slicingArguments, assumedSize } = field.listSize;
  const asked = slicingArguments
    .map((name) => lengthIn(given.get(name) ?? fallbackOf(field.arguments.get(name))))
    .filter((each) => each !== null);
  return asked.length > 0 ? Math.max(...asked) : assumedSize;
};

/** A list asked for by a list, such as `nodes(ids:)`, is as long as that. */
const lengthByIds = ({ arguments: all }: FieldCost, given: Given): number => {
  for (const [name, { isList }] of all) {
    const value = given.get(name);
    if (isList && Array.isArray(value)) return value.length;
  }
  return ASSUMED_LIST;
};

const lengthIn = (value: unknown): number | null => {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && !Number.isNaN(value) ? Math.max(0, Math.ceil(value)) : null;
};

const fallbackOf = (argument: InputCost | undefined): unknown =>
  argument?.fallback ? valueFromASTUntyped(argument.fallback) : undefined;

const costOfInputs = (model: CostModel, known: ReadonlyMap<string, InputCost>, given: Given): number => {
  let cost = 0;
  for (const [name, value] of given) {
    const input = known.get(name);
    if (input && value !== undefined && value !== null) cost += input.weight + costOfValue(model, input.type, value);
  }
  return cost;
};

/** Goes as deep as the value does, and the value as deep as its types: JSON scalars are not looked into. */
const costOfValue = (model: CostModel, type: string, value: unknown): number => {
  const fields = model.inputs.get(type);
  if (!fields || typeof value !== 'object' || value === null) return 0;
  if (!Array.isArray(value)) return costOfInputs(model, fields, new Map(Object.entries(value)));
  return value.reduce<number>((sum, each) => sum + costOfValue(model, type, each), 0);
};

/**
 * The variables of an operation that can change its cost, as a text: the same text, the same cost. Lists count by
 * their length unless what is in them may cost something.
 */
export const costKeyOf = (
  model: CostModel,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string => {
  const parts = variableDefinitions.map(({ variable: { name } }) => {
    const value = Object.hasOwn(variables, name.value) ? variables[name.value] : undefined;
    return model.hasInputCosts ? [name.value, value] : [name.value, sizeOf(value)];
  });
  return JSON.stringify(parts);
};

const sizeOf = (value: unknown) => {
  if (Array.isArray(value)) return [value.length];
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
};
