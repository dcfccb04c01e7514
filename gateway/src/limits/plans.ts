import type { Identity } from '@crm/graphql/assertion';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import { fragmentsIn } from '../authorization/operation-fields.ts';
import { refuserOf } from '../authorization/refusals.ts';
import { requirementsOf } from '../authorization/requirements.ts';
import { combinationOf } from '../executor/conditions.ts';
import type { Variables } from './cost.ts';
import { variablesOf } from './field-cost.ts';
import type { Inspected } from './inspection.ts';

/** Fewer than the executor keeps, which compiles for subscriptions, too: what is known here is planned already. */
const MOST_PLANS = 800;

/** An operation as it is planned: with these values of its variables, for this reader. */
type Planned = {
  readonly inspected: Inspected;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly identity: Identity | null;
};

/**
 * Remembers what has been planned and paid for. One document has many plans: one for each of its operations, for each
 * combination of its conditions, and for each set of fields that are refused to somebody.
 */
export const createPlans = () => {
  const paid = new LRUCache<string, true>({ max: MOST_PLANS });
  let refusedOf: (planned: Planned) => string = () => '';

  return {
    /** Equal keys are the same plan, as the executor sees it. */
    keyOf: (planned: Planned): string => {
      const { inspected, operation, variables } = planned;
      const combination = combinationOf(inspected.shape.conditionVariables, variablesOf(operation, variables));
      return `${String(inspected.number)} ${operation.name?.value ?? ''} ${combination} ${refusedOf(planned)}`;
    },
    isNew: (key: string) => paid.get(key) === undefined,
    paidFor: (key: string) => {
      paid.set(key, true);
    },
    schemaChanged: (supergraph: string, schema: GraphQLSchema) => {
      const refuser = refuserOf(requirementsOf(supergraph));
      refusedOf = ({ inspected, operation, identity }) =>
        refuser(identity, schema, operation, fragmentsIn(inspected.document)).key;
    },
  };
};
