import { setImmediate as breath } from 'node:timers/promises';

import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';

import { createCompiler } from '../executor/compiled.ts';
import type { Asked } from './corpus.ts';
import { PLANNING } from './planning.ts';

/** A document in use that a new supergraph would not answer. */
export class CanaryFailed extends Error {
  override readonly name = 'CanaryFailed';
}

/**
 * Tries operations on a supergraph that is not served yet: each must be valid and be planned. Throws CanaryFailed for
 * the first that is not; whatever is wrong with the supergraph itself is thrown as it is. Others are answered meanwhile.
 */
export const tryOut = async (supergraphSdl: string, operations: readonly Asked[]): Promise<void> => {
  const supergraph = Supergraph.build(supergraphSdl);
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const { compile } = createCompiler(schema, new QueryPlanner(supergraph, PLANNING));
  for (const asked of operations) {
    await breath();
    tryOne(asked, schema, compile);
  }
};

type Compile = ReturnType<typeof createCompiler>['compile'];

const tryOne = ({ document: text, operationName }: Asked, schema: GraphQLSchema, compile: Compile) => {
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw failed(operationName, 'names no operation');
  const [mistake] = validate(schema, document, undefined, { maxErrors: 1 });
  if (mistake) throw failed(operation.name?.value, mistake.message);
  try {
    compile({ document, operation, flags: {}, refusals: undefined });
  } catch (cause) {
    throw failed(operation.name?.value, 'cannot be planned', cause);
  }
};

// Its name, not its text: that may hold somebody's data.
const failed = (operation: string | null | undefined, why: string, cause?: unknown) =>
  new CanaryFailed(`An operation in use, ${operation ?? 'without a name'}: ${why}`, { cause });
