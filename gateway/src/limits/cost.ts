import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
} from 'graphql';

import { type Costs, costsOf } from './field-cost.ts';
import type { CostModel, FieldCost } from './cost-model.ts';

export type Variables = Readonly<Record<string, unknown>>;

type Pricing = Costs & {
  readonly model: CostModel;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly isIncluded: (selection: SelectionNode) => boolean;
  /** Throws when telling the cost has become work of its own. */
  readonly step: () => void;
};
/** The children that a list above has sized, by name. */
type Sized = { readonly fields: readonly string[]; readonly size: number } | null;

/** Every mutation writes, announces and is audited, whatever it selects. */
export const MUTATION = 10;
/** A question about the schema is answered from memory, but it is a big schema. */
export const INTROSPECTION = 100;
/** Beyond so many fields looked at, an operation is too costly whatever it costs. */
export const MOST_STEPS = 200_000;

class TooManySteps extends Error {}

/**
 * What an operation may cost at most, before anything of it is planned: every object that its answer may hold, lists as
 * long as they are asked for. Where a value's type is open the dearest counts. Infinity when there is no telling within
 * `MOST_STEPS`. What the schema does not know costs nothing: validation refuses it.
 */
export const costOf = (
  model: CostModel,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number => {
  const root = model[operation.operation];
  const pricing = pricingOf(model, document, operation, variables);
  try {
    const selected = collect(pricing, root, [operation.selectionSet]);
    const writes = operation.operation === 'mutation' ? selected.size * MUTATION : 0;
    return Math.max(1, writes + costOfFields(pricing, root, selected, null));
  } catch (error) {
    if (error instanceof TooManySteps) return Infinity;
    throw error;
  }
};

const pricingOf = (
  model: CostModel,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Pricing => {
  const costs = costsOf(model, operation, variables);
  let steps = 0;
  return {
    ...costs,
    model,
    fragments: new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    ),
    isIncluded: ({ directives = [] }) => directives.every((each) => lets(each, costs)),
    step: () => {
      steps += 1;
      if (steps > MOST_STEPS) throw new TooManySteps();
    },
  };
};

/** False when `@skip` or `@include` leaves out what it stands at. */
const lets = ({ name, arguments: given = [] }: DirectiveNode, { valueOf }: Costs) => {
  const condition = given.find((each) => each.name.value === 'if');
  if (!condition || (name.value !== 'skip' && name.value !== 'include')) return true;
  return (valueOf(condition.value) === true) === (name.value === 'include');
};

const costOfSets = (pricing: Pricing, type: string, sets: readonly SelectionSetNode[], sized: Sized): number => {
  const types = pricing.model.possible.has(type) ? mentioned(pricing, type, sets) : new Set<string>();
  const candidates = types.size > 0 ? [...types] : [type];
  const costs = candidates.map((each) => costOfFields(pricing, each, collect(pricing, each, sets), sized));
  return Math.max(0, ...costs);
};

type Selected = ReadonlyMap<string, readonly FieldNode[]>;

const costOfFields = (pricing: Pricing, type: string, selected: Selected, sized: Sized): number => {
  let cost = 0;
  for (const nodes of selected.values()) {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__schema' || name === '__type') cost += INTROSPECTION;
    const field = pricing.model.fields.get(type)?.get(name);
    if (field) cost += costOfField(pricing, name, field, nodes, sized);
  }
  return cost;
};

const costOfField = (
  pricing: Pricing,
  name: string,
  field: FieldCost,
  nodes: readonly FieldNode[],
  sized: Sized,
): number => {
  // Fields of one name carry the same arguments, or validation refuses them.
  const given = pricing.argumentsOf(nodes[0]?.arguments);
  const length = pricing.lengthOf(field, given);
  const sizes = field.listSize !== null && field.listSize.sizedFields.length > 0;
  const below = sizes ? { fields: field.listSize.sizedFields, size: length } : null;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const one = field.weight + (sets.length > 0 ? costOfSets(pricing, field.type, sets, below) : 0);
  // A field that sizes others is one object itself.
  const own = sizes ? 1 : length;
  const times = sized?.fields.includes(name) ? sized.size : own;
  return times * one + pricing.costOfArguments(field, given);
};

/** The fields that a value of the type answers, by the name they are answered under, as execution would merge them. */
const collect = (pricing: Pricing, type: string, sets: readonly SelectionSetNode[]): Selected => {
  const found = new Map<string, FieldNode[]>();
  walk(pricing, sets, {
    enters: (condition) =>
      condition === type || !condition || Boolean(pricing.model.possible.get(condition)?.has(type)),
    field: (node) => {
      const name = (node.alias ?? node.name).value;
      const same = found.get(name);
      if (same) same.push(node);
      else found.set(name, [node]);
    },
  });
  return found;
};

/** The object types that the selections single out. Any other type answers no more than each of these. */
const mentioned = (pricing: Pricing, type: string, sets: readonly SelectionSetNode[]): ReadonlySet<string> => {
  const own = pricing.model.possible.get(type) ?? new Set<string>();
  const found = new Set<string>();
  walk(pricing, sets, {
    enters: (condition) => {
      if (!condition || condition === type) return true;
      for (const each of pricing.model.possible.get(condition) ?? [condition]) if (own.has(each)) found.add(each);
      return true;
    },
    field: () => undefined,
  });
  return found;
};

type Visitor = {
  readonly enters: (condition: string | undefined) => boolean;
  readonly field: (node: FieldNode) => void;
};

/** All selections at one place, through fragments, each fragment once. */
const walk = (pricing: Pricing, sets: readonly SelectionSetNode[], visitor: Visitor) => {
  const spread = new Set<string>();
  const open = [...sets].reverse();
  for (let set = open.pop(); set; set = open.pop()) {
    for (const selection of set.selections) {
      pricing.step();
      if (!pricing.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) visitor.field(selection);
      else {
        const inner = fragmentOf(pricing, selection, spread);
        if (inner && visitor.enters(inner.typeCondition?.name.value)) open.push(inner.selectionSet);
      }
    }
  }
};

const fragmentOf = ({ fragments }: Pricing, selection: Exclude<SelectionNode, FieldNode>, spread: Set<string>) => {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const name = selection.name.value;
  if (spread.has(name)) return null;
  spread.add(name);
  return fragments.get(name) ?? null;
};
