import { type Result, accept, refuse } from '@crm/kernel';
import { type GraphQLSchema, GraphQLError, getArgumentValues, getVariableValues } from 'graphql';

import { type Refused, invalid } from '../refused.ts';
import type { Values } from './change-shape.ts';
import type { Subscription } from './document.ts';

const MOST_ERRORS = 5;

/** The client's variables, checked against the operation, with defaults filled in. */
export const variablesOf = (
  schema: GraphQLSchema,
  { operation }: Subscription,
  given: Values,
): Result<Values, Refused> => {
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    { ...given },
    {
      maxErrors: MOST_ERRORS,
    },
  );
  return coerced ? accept(coerced) : refuse(badInput(errors));
};

/** The arguments of the root field. */
export const argumentsOf = (
  schema: GraphQLSchema,
  subscription: Subscription,
  given: Values,
): Result<Values, Refused> => {
  const variables = variablesOf(schema, subscription, given);
  if (!variables.ok) return variables;
  const [node] = subscription.nodes;
  const definition = schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!definition) throw new RangeError(`${node.name.value} was validated, and is no field`);
  try {
    return accept(getArgumentValues(definition, node, { ...variables.value }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return refuse(badInput([error]));
  }
};

const badInput = (errors: readonly GraphQLError[]) =>
  invalid(
    'BAD_USER_INPUT',
    errors.map(({ message }) => ({ message })),
  );
