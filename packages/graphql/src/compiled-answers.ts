import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';

import type { Outcome, Run } from './execution/compile.ts';
import { documentsOf } from './execution/documents.ts';

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
export type Answered = { readonly name: string | null; readonly json: string; readonly failed: boolean };
type Answering = { readonly outcome: Promise<Answered> | Answered; readonly abandon: Run['abandon'] };

/** A request's body as clients send it. */
export type AskedOf = {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * Answers operations by compiled functions that write JSON, instead of walking the document for every request. Null
 * for what is not answered so: whatever is no plain request of a valid document with variables that fit it.
 */
export const compiledAnswers = (schema: GraphQLSchema, formatError: FormatError) => {
  const operationFor = documentsOf(schema);
  return ({ query, operationName, variables }: AskedOf) => {
    const operation = operationFor(query, operationName);
    if (!operation) return null;
    return (context: unknown): Answering | null => {
      const run = operation(variables, context);
      if (!run) return null;
      const { name, outcome, abandon } = run;
      const answered = (done: Outcome) => ({ name, ...bodyOf(done, formatError) });
      return { outcome: outcome instanceof Promise ? outcome.then(answered) : answered(outcome), abandon };
    };
  };
};

const bodyOf = ({ data, errors, isAbandoned }: Outcome, formatError: FormatError): Omit<Answered, 'name'> => {
  if (errors.length === 0) return { json: `{"data":${data}}`, failed: isAbandoned };
  const told = errors.map((error) => formatError(error.toJSON(), error));
  return { json: `{"errors":${JSON.stringify(told)},"data":${data}}`, failed: true };
};

/** The request in a body that asks for nothing else; null for every other body. */
export const askedOf = (body: unknown): AskedOf | null => {
  if (!isRecord(body) || typeof body.query !== 'string' || !isNothing(body.extensions)) return null;
  return withDefaults(body.query, body.operationName ?? null, body.variables ?? {});
};

const withDefaults = (query: string, operationName: unknown, variables: unknown): AskedOf | null => {
  if (operationName !== null && typeof operationName !== 'string') return null;
  return isRecord(variables) ? { query, operationName, variables } : null;
};

const isNothing = (value: unknown) => value === null || value === undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
