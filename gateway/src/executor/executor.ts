import type { QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  getVariableValues,
} from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Refusals } from '../request-context.ts';
import type { AskSubgraph } from './ask.ts';
import { type Compiled, createCompiler } from './compiled.ts';
import { combinationOf, conditionVariables } from './conditions.ts';
import { introspect } from './introspection.ts';
import { runPlan } from './run.ts';
import { explainRest, startWriting } from './writing.ts';

/** One operation to answer. */
export type Execution = {
  readonly document: DocumentNode;
  /** Of the document: equal hashes are equal documents. */
  readonly documentHash: string;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly refusals?: Refusals | undefined;
  readonly ask: AskSubgraph;
};

/** An answer; `data` is JSON in UTF-8 already. Without data nothing was executed. */
export type Answer = { readonly data?: Buffer; readonly errors: readonly GraphQLError[] };

export type Execute = (execution: Execution) => Promise<Answer>;

/** Operations that are kept compiled: more than the door knows to be paid for. */
const MOST_OPERATIONS = 1_000;
/** More mistakes than these say no more. */
const FEW_MISTAKES = { maxErrors: 5 } as const;

/**
 * Executes operations over one supergraph. Each is planned and compiled once for every set of fields that are left out;
 * from then on it costs what its data costs.
 */
export const createExecutor = (schema: GraphQLSchema, planner: QueryPlanner): Execute => {
  const { compile, types } = createCompiler(schema, planner);
  const known = new LRUCache<string, Compiled>({ max: MOST_OPERATIONS });
  const conditions = new WeakMap<DocumentNode, readonly string[]>();

  const conditionsIn = (document: DocumentNode) => {
    const names = conditions.get(document) ?? conditionVariables(document);
    conditions.set(document, names);
    return names;
  };
  const compiledOf = ({ document, documentHash, operation, refusals }: Execution, flags: Coerced) => {
    const combination = combinationOf(conditionsIn(document), flags);
    const key = `${documentHash} ${operation.name?.value ?? ''} ${combination} ${refusals?.key ?? ''}`;
    const compiled = known.get(key) ?? compile({ document, operation, flags, refusals });
    known.set(key, compiled);
    return compiled;
  };

  return async (execution) => {
    const { operation, variables, ask } = execution;
    const { variableDefinitions = [] } = operation;
    const { errors, coerced } = getVariableValues(schema, variableDefinitions, variables, FEW_MISTAKES);
    if (errors) return { errors: errors.map(asInputError) };
    const { plan, introspection, project } = compiledOf(execution, coerced);
    const { data, failures, isShared } = await runPlan({ plan, types, ask, variables });
    if (introspection) Object.assign(data, introspect(schema, introspection, variables));
    const writing = startWriting(failures, isShared);
    const { out, errors: told } = writing;
    if (!project(data, writing)) out.json('null');
    const bytes = out.taken();
    explainRest(writing);
    return { data: bytes, errors: told };
  };
};

type Coerced = Readonly<Record<string, unknown>>;

/** That there are more mistakes than are told is said of no variable: nobody would know it for the client's. */
const asInputError = (error: GraphQLError) =>
  error.nodes ? error : new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
