import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { type Work, traced } from '@crm/tracing';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { GraphQLSchema } from 'graphql';

import { headerOf } from './assertion-check.ts';
import { type Answered, type AskedOf, type FormatError, askedOf, compiledAnswers } from './compiled-answers.ts';

/** Told of every answer: the operation's name as the gateway gives it, and how long it took. */
export type OnAnswer = (operation: string, outcome: 'ok' | 'error', seconds: number) => void;

export type Route<Context extends BaseContext> = {
  readonly apollo: ApolloServer<Context>;
  readonly schema: GraphQLSchema;
  readonly formatError: FormatError;
  /** `traceparent`: of the answer that it is for, where that is traced. */
  readonly contextOf: (request: FastifyRequest, traceparent?: string | null) => Promise<Context>;
  readonly onAnswer: OnAnswer | undefined;
};

/**
 * Answers what can be compiled; hands everything else to @apollo/server: mistakes of the client, questions about the
 * schema, and requests for a trace (`apollo-federation-include-trace: ftv1`), which only an interpreter can keep.
 */
export const graphqlRoute = <Context extends BaseContext>({
  apollo,
  schema,
  formatError,
  contextOf,
  onAnswer,
}: Route<Context>) => {
  const otherwise = fastifyApolloHandler<Context>(apollo, { context: async (request) => contextOf(request) });
  const answer = compiledAnswers(schema, formatError);

  const compiled = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedOf,
    traceparent: string | null,
  ): Promise<Answered | null> => {
    const begin = answer(asked);
    const answering = begin?.(await contextOf(request, traceparent));
    if (!answering) return null;
    reply.raw.once('close', () => {
      if (!reply.raw.writableEnded) answering.abandon();
    });
    return answering.outcome;
  };

  const route: RouteHandlerMethod = async function (request, reply) {
    const since = performance.now();
    const asked = isPlain(request) ? askedOf(request.body) : null;
    const answered =
      asked && (await traced(workOf(request, asked), (traceparent) => compiled(request, reply, asked, traceparent)));
    if (!answered) return otherwise.call(this, request, reply);
    onAnswer?.(nameOf(answered.name), answered.failed ? 'error' : 'ok', (performance.now() - since) / 1000);
    return reply.type('application/json; charset=utf-8').send(answered.json);
  };
  return route;
};

/** The gateway calls its fetches `<operation>__<subgraph>__<number>`: few names, whatever clients send. */
export const nameOf = (operationName: string | null | undefined) => operationName?.split('__')[0] ?? 'unnamed';

const workOf = (request: FastifyRequest, { operationName }: AskedOf): Work => ({
  name: nameOf(operationName),
  kind: 'server',
  traceparent: headerOf(request, 'traceparent') ?? null,
});

const PLAIN_JSON = new Set([undefined, '*/*', 'application/json']);

const isPlain = (request: FastifyRequest) =>
  PLAIN_JSON.has(headerOf(request, 'accept')) && headerOf(request, 'apollo-federation-include-trace') === undefined;
