import { randomUUID } from 'node:crypto';

import type { GraphQLDataSource } from '@apollo/gateway';
import { ASSERTION_HEADER } from '@crm/graphql/assertion';
import { traced } from '@crm/tracing';
import type { GraphQLFormattedError } from 'graphql';

import type { SubgraphAnswer, SubgraphQuestion } from '../executor/ask.ts';
import { whoAsks } from '../executor/sharing-key.ts';
import type { SingleFlight } from '../executor/single-flight.ts';
import type { Log } from '../log.ts';
import type { RequestContext } from '../request-context.ts';
import { type Assert, healthIdentity } from './assertions.ts';
import type { Circuit, Ending, Pass } from './circuit.ts';
import { type SubgraphError, internalError, isUnexpected, unavailableError, withoutInsides } from './errors.ts';
import { pathsOf } from './paths.ts';
import { Abandoned, AnswerTooLarge, CircuitOpen, type Reply, type Send, SubgraphUnavailable } from './transport.ts';

type Process = GraphQLDataSource<RequestContext>['process'];
type Options = Parameters<Process>[0];
export type SubgraphResponse = Awaited<ReturnType<Process>>;

type Answer = { readonly data?: unknown; readonly errors?: readonly SubgraphError[] };

export type HttpSubgraph = {
  readonly name: string;
  /** Null lets every request through. */
  readonly circuit: Circuit | null;
  readonly send: Send;
  readonly assert: Assert | null;
  readonly log: Log;
  /** Null when every request is sent for itself. */
  readonly flights: SingleFlight<Reply> | null;
  readonly observe: (subgraph: string, outcome: 'ok' | 'unavailable', seconds: number) => void;
};

/** A subgraph as the executor asks it, beside what @apollo/gateway asks for itself: health. */
export type SubgraphSource = GraphQLDataSource<RequestContext> & {
  /** Left out by a subgraph that is no server: it is asked as @apollo/gateway does. */
  readonly ask?: (question: SubgraphQuestion, context: RequestContext) => Promise<SubgraphAnswer>;
};

/**
 * Asks one subgraph over HTTP. The client's own headers stay outside but for an allow-list; who asks goes as a signed
 * assertion. An outage becomes an error at each place it leaves empty, and the rest of the answer stays.
 */
export const httpDataSource = (subgraph: HttpSubgraph): SubgraphSource => ({
  process: async (options) => {
    const context = contextOf(options);
    const { query = '', operationName, variables } = options.request;
    const body = JSON.stringify({ query, operationName, variables });
    const question = { query, operationName, body, isMutation: query.startsWith('mutation') };
    const answer = await (isIncoming(options)
      ? answerTo(subgraph, question, context)
      : // Who asks for its health wants to know, whatever happened before.
        askOnce({ ...subgraph, circuit: null }, question, context));
    if (!('unavailable' in answer)) return response(answer.data, answer.errors);
    const { unavailable } = answer;
    return response(
      null,
      pathsOf(options.request).map((path) => ({ ...unavailable, path })),
    );
  },
  ask: (question, context) => answerTo(subgraph, question, context),
});

const answerTo = async (
  subgraph: HttpSubgraph,
  question: SubgraphQuestion,
  context: RequestContext,
): Promise<SubgraphAnswer> => {
  try {
    return await askOnce(subgraph, question, context);
  } catch (error) {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    const { name, log } = subgraph;
    const facts = { subgraph: name, requestId: context.requestId };
    // That the circuit opened has been said.
    if (error instanceof CircuitOpen) log.debug(facts, 'subgraph: not asked');
    else log.error({ ...facts, err: error, ...error.detail }, 'subgraph: no answer');
    return { unavailable: unavailableError(context.requestId) };
  }
};

const askOnce = async (
  subgraph: HttpSubgraph,
  question: SubgraphQuestion,
  context: RequestContext,
): Promise<SubgraphAnswer> => {
  const { name, observe, circuit } = subgraph;
  const pass = circuit ? circuit.enter() : letThrough;
  if (!pass) throw new CircuitOpen('it failed too often: not asked for a while');
  const started = performance.now();
  const done = (outcome: 'ok' | 'unavailable') => {
    observe(name, outcome, (performance.now() - started) / 1000);
  };
  try {
    const { status, text } = await exchange(subgraph, question, context);
    const { data, errors } = parse(text, status);
    done('ok');
    pass('answered');
    return { data, errors: masked(errors, subgraph, context) };
  } catch (error) {
    // Who leaves a question that others still wait for is told by the signal alone.
    const isOurs = error instanceof Abandoned || context.signal?.aborted === true;
    if (!isOurs) done('unavailable');
    pass(isOurs ? 'unknown' : endingOf(error));
    throw error;
  }
};

const endingOf = (error: unknown): Ending => (error instanceof AnswerTooLarge ? 'answered' : 'failed');

const letThrough: Pass = () => undefined;

const exchange = async (subgraph: HttpSubgraph, question: SubgraphQuestion, context: RequestContext) => {
  const { name, send, assert, flights } = subgraph;
  const { body } = question;
  const post = (signal: AbortSignal | undefined, traceparent: string | null) => {
    const assertion = assert?.(context, name, body);
    const headers = {
      ...context.forwarded,
      ...(traceparent !== null && { traceparent }),
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': context.requestId,
      ...(assertion && { [ASSERTION_HEADER]: assertion }),
    };
    return send(body, headers, { repeatable: !question.isMutation, signal });
  };
  const work = { name: `ask ${name}`, kind: 'client', traceparent: context.forwarded.traceparent ?? null } as const;
  const go = (signal: AbortSignal | undefined) => traced(work, (traceparent) => post(signal, traceparent));
  const reply = await sharing(flights, question, context, go);
  // A refused assertion is a fault between us and the subgraph: never the client's.
  if (reply.status !== 401 && reply.status !== 403) return reply;
  throw new SubgraphUnavailable('the assertion was refused', { status: reply.status });
};

/** A change that ends lets nobody join a question that began before it. */
const sharing = (
  flights: HttpSubgraph['flights'],
  { body, isMutation }: SubgraphQuestion,
  context: RequestContext,
  go: (signal: AbortSignal | undefined) => Promise<Reply>,
) => {
  if (!flights) return go(context.signal);
  if (isMutation) return go(context.signal).finally(flights.forget);
  return flights.join(`${whoAsks(context)}\n${body}`, context.signal, go);
};

const parse = (text: string, status: number): Answer => {
  const found = json(text);
  if (isAnswer(found)) return found;
  // Not the text itself: a piece of an answer is full of what it was about.
  throw new SubgraphUnavailable('the answer is no GraphQL response', { status, length: text.length });
};

const isAnswer = (value: unknown): value is Answer => {
  if (typeof value !== 'object' || value === null) return false;
  if ('data' in value && typeof value.data !== 'object') return false;
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
    const { code } = error.extensions ?? {};
    log.error({ subgraph: name, requestId, reference, code, err: error }, 'subgraph: unexpected error');
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
