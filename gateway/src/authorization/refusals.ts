import type { Identity } from '@crm/graphql/assertion';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';

import type { Refusals } from '../request-context.ts';
import { meets } from './demands.ts';
import { type Fragments, fieldsIn } from './operation-fields.ts';
import type { Requirements } from './requirements.ts';

const UNAUTHORIZED = { code: 'UNAUTHORIZED_FIELD_OR_TYPE', message: 'You are not allowed to ask for this.' } as const;

const NOTHING_REFUSED: Refusals = { key: '', fields: new Map() };

/**
 * Tells which fields of an operation of `schema` somebody may not have. The executor leaves them out of what it asks of
 * the services, and answers each with null and this error at its path. Documents are remembered for as long as somebody holds them.
 */
export const refuserOf = (requirements: Requirements) => {
  const protectedFields = new WeakMap<OperationDefinitionNode, readonly string[]>();

  return (
    identity: Identity | null,
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Fragments,
  ): Refusals => {
    if (requirements.size === 0) return NOTHING_REFUSED;
    const known = protectedFields.get(operation);
    const asked = known ?? [...fieldsIn(schema, operation, fragments)].filter((each) => requirements.has(each)).sort();
    if (!known) protectedFields.set(operation, asked);
    const refused = asked.filter((each) => !meets(identity, requirements.get(each) ?? []));
    if (refused.length === 0) return NOTHING_REFUSED;
    return { key: refused.join(' '), fields: new Map(refused.map((each) => [each, UNAUTHORIZED])) };
  };
};
