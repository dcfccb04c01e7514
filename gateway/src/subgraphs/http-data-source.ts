import { randomUUID } from 'node:crypto';

import type { GraphQLDataSource } from '@apollo/gateway';
import { ASSERTION_HEADER } from '@crm/graphql/assertion';
import type { GraphQLFormattedError } from 'graphql';

import type { Log } from '../log.ts';
import type { RequestContext } from '../request-context.ts';
import { type Assert, healthIdentity } from './assertions.ts';
import { type SubgraphError, internalError, isUnexpected, unavailableError, withoutInsides } from './errors.ts';
import { pathsOf } from './paths.ts';
import { type Send, SubgraphUnavailable } from './transport.ts';

type Process = GraphQLDataSource<RequestContext>['process'];
type Options = Parameters<Process>[0];
export type SubgraphResponse = Awaited<ReturnType<Process>>;

type Answer = { readonly data?: unknown; readonly errors?: readonly SubgraphError[] };

export type HttpSubgraph = {
  readonly name: string;
  readonly send: Send;
  readonly assert: Assert | null;
  readonly log: Log;
  readonly observe: (subgraph: string, outcome: 'ok' | 'unavailable', seconds: number) => void;
};

/**
 * Asks one subgraph over HTTP. The client's own headers stay outside but for an allow-list; who asks goes as a signed
 * assertion. An outage becomes an error at each place it leaves empty, and the rest of the answer stays.
 */
export const httpDataSource = (subgraph: HttpSubgraph): GraphQLDataSource<RequestContext> => ({
  process: async (options) => {
    const context = contextOf(options);
    const started = performance.now();
    const done = (outcome: 'ok' | 'unavailable') => {
      subgraph.observe(subgraph.name, outcome, (performance.now() - started) / 1000);
    };
    try {
      const answer = await ask(subgraph, options, context);
      done('ok');
      return response(answer.data, masked(answer.errors, subgraph, context));
    } catch (error) {
      done('unavailable');
      if (!(error instanceof SubgraphUnavailable) || !isIncoming(options)) throw error;
      const { name, log } = subgraph;
      log.error({ subgraph: name, requestId: context.requestId, err: error, ...error.detail }, 'subgraph: no answer');
      return response(
        null,
        pathsOf(options.request).map((path) => unavailableError(context.requestId, path)),
      );
    }
  },
});

const ask = async ({ name, send, assert }: HttpSubgraph, { request }: Options, context: RequestContext) => {
  const { query = '', operationName, variables } = request;
  const body = JSON.stringify({ query, operationName, variables });
  const assertion = assert?.(context, name, body);
  const headers = {
    ...context.forwarded,
    'content-type': 'application/json',
    accept: 'application/json',
    'x-request-id': context.requestId,
    ...(assertion && { [ASSERTION_HEADER]: assertion }),
  };
  const { status, text } = await send(body, headers, { repeatable: !query.startsWith('mutation') });
  // A refused assertion is a fault between us and the subgraph: never the client's.
  if (status === 401 || status === 403) throw new SubgraphUnavailable('the assertion was refused', { status });
  return parse(text, status);
};

const parse = (text: string, status: number): Answer => {
  const found = json(text);
  if (isAnswer(found)) return found;
  throw new SubgraphUnavailable('the answer is no GraphQL response', { status, body: text.slice(0, 500) });
};

const isAnswer = (value: unknown): value is Answer => {
  if (typeof value !== 'object' || value === null) return false;
  return 'errors' in value ? Array.isArray(value.errors) : 'data' in value;
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Errors a subgraph sent on purpose pass; all others are masked here, where the request is known. */
const masked = (errors: Answer['errors'], { name, log }: HttpSubgraph, { requestId }: RequestContext) =>
  errors?.map((error) => {
    if (!isUnexpected(error)) return withoutInsides(error);
    const reference = referenceOf(error) ?? requestId;
    log.error({ subgraph: name, requestId, reference, error }, 'subgraph: unexpected error');
    return internalError(reference, error);
  });

/** Our services mask for themselves: their reference leads to their own log. */
const referenceOf = ({ extensions }: SubgraphError) =>
  typeof extensions?.reference === 'string' && REFERENCE.test(extensions.reference) ? extensions.reference : null;
const REFERENCE = /^[\w-]{1,64}$/;

const isIncoming = (options: Options): options is Extract<Options, { incomingRequestContext: unknown }> =>
  'incomingRequestContext' in options;

const contextOf = (options: Options): RequestContext => {
  if (isIncoming(options)) return options.context;
  const requestId = randomUUID();
  return { requestId, identity: healthIdentity(requestId), forwarded: {} };
};

/** @apollo/gateway's types want mutable records; it only reads. */
export const response = (data: unknown, errors: readonly GraphQLFormattedError[] | undefined) =>
  ({ data, ...(errors?.length && { errors }) }) as SubgraphResponse;
