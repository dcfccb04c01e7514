import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import type { Refusals } from '../request-context.ts';
import { canonicalNames } from './canonical-names.ts';
import { introspectionIn } from './introspection.ts';
import { operationIn } from './operation.ts';
import { type Plan, compilePlan } from './plan.ts';
import { plannedDocument } from './planned.ts';
import { type Project, compileProjection } from './projection.ts';
import { typesOf } from './types.ts';

/** All that answering an operation takes but its variables. */
export type Compiled = {
  readonly plan: Plan;
  /** What is asked of the schema itself. */
  readonly introspection: DocumentNode | null;
  readonly project: Project;
};

type Compiling = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Values of the variables in conditions. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly refusals: Refusals | undefined;
};

/** Compiles operations over one supergraph. */
export const createCompiler = (schema: GraphQLSchema, planner: QueryPlanner) => {
  const { supergraph } = planner;
  const types = typesOf(supergraph);
  const apiSchema = supergraph.apiSchema();

  const compile = ({ document, operation: node, flags, refusals }: Compiling): Compiled => {
    const nameOf = canonicalNames(types.separator, types.uneven);
    const operation = operationIn(document, { schema, node, nameOf, keyParts: types.keyParts, flags, refusals });
    const planned = plannedDocument(operation);
    const plan = planned && planner.buildQueryPlan(operationFromDocument(apiSchema, planned));
    return {
      plan: compilePlan(plan ?? { kind: 'QueryPlan' }, types),
      introspection: introspectionIn(operation),
      project: compileProjection(operation),
    };
  };
  return { compile, types };
};
