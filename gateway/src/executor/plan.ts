import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';

import { type Fetch, fetchCompiler } from './fetch.ts';
import type { Template } from './request.ts';
import type { Types } from './types.ts';
import type { Place } from './walk.ts';

/** A plan made ready to run: fetches in their order. */
export type Step =
  | { readonly kind: 'fetch'; readonly fetch: Fetch }
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] };

export type Plan = {
  readonly root: Step | null;
  /** How many fetches travel together, by group. */
  readonly groups: ReadonlyMap<string, number>;
  /** Texts of requests by the questions in them, kept as they turn up. */
  readonly templates: Map<string, Template>;
};

/** A fetch with what decides whom it travels with. */
type Draft = {
  readonly kind: 'draft';
  readonly node: FetchNode;
  readonly place: Place;
  /** How many fetches come before it, one after the other. */
  readonly level: number;
  /** Nothing in the plan waits for it. */
  readonly isLast: boolean;
};
type Where = Pick<Draft, 'place' | 'level' | 'isLast'>;
type Sketch =
  | Draft
  /** `level` is that of what comes after it. */
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Sketch[]; readonly level: number };

/**
 * Prepares a plan. Entity fetches of one level that go to the same subgraph become one request. One that nothing waits
 * for joins the latest request to its subgraph: the answer has to wait for that one anyway.
 */
export const compilePlan = ({ node }: QueryPlan, types: Types): Plan => {
  if (!node) return { root: null, groups: new Map(), templates: new Map() };
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not executed here');
  const sketch = sketchOf(node, { place: [], level: 0, isLast: true });
  const latest = latestLevels(sketch, new Map());
  const groups = new Map<string, number>();
  const compileFetch = fetchCompiler(types);

  const travel = ({ node: { serviceName, requires }, place, level, isLast }: Draft) => {
    if (!requires) return { place, group: null, isPatient: false };
    const leaves = isLast ? (latest.get(serviceName) ?? level) : level;
    const group = `${String(leaves)} ${serviceName}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
    return { place, group, isPatient: leaves > level };
  };
  const stepOf = (each: Sketch): Step =>
    each.kind === 'draft'
      ? { kind: 'fetch', fetch: compileFetch(each.node, travel(each)) }
      : { kind: each.kind, steps: each.steps.map(stepOf) };
  return { root: stepOf(sketch), groups, templates: new Map() };
};

/** The plan's nodes with their places and levels. */
const sketchOf = (node: PlanNode, where: Where): Sketch => {
  switch (node.kind) {
    case 'Fetch':
      return { kind: 'draft', node, ...where };
    case 'Flatten':
      return sketchOf(node.node, { ...where, place: placeOf(node.path) });
    case 'Parallel': {
      const steps = node.nodes.map((each) => sketchOf(each, where));
      return { kind: 'parallel', steps, level: Math.max(where.level, ...steps.map(afterOf)) };
    }
    case 'Sequence': {
      let { level } = where;
      const steps = node.nodes.map((each, index) => {
        const step = sketchOf(each, { ...where, level, isLast: where.isLast && index === node.nodes.length - 1 });
        level = afterOf(step);
        return step;
      });
      return { kind: 'sequence', steps, level };
    }
    case 'Condition':
    case 'Defer':
      // Conditions are gone before an operation is planned.
      throw new Error(`A plan of this kind is not executed here: ${node.kind}`);
  }
};

const afterOf = (sketch: Sketch) => (sketch.kind === 'draft' ? sketch.level + 1 : sketch.level);

/** The last level at which each subgraph is asked for entities. */
const latestLevels = (sketch: Sketch, found: Map<string, number>): ReadonlyMap<string, number> => {
  if (sketch.kind === 'draft') {
    const { serviceName, requires } = sketch.node;
    if (requires) found.set(serviceName, Math.max(sketch.level, found.get(serviceName) ?? 0));
    return found;
  }
  for (const step of sketch.steps) latestLevels(step, found);
  return found;
};

const placeOf = (path: ResponsePath): Place =>
  path.map((step) => {
    const name = String(step);
    // A list's items of certain types only: the planner does so when it is told to, and it is not.
    if (name.includes('|')) throw new Error(`A place in the plan is not understood: ${path.join('.')}`);
    return name;
  });
