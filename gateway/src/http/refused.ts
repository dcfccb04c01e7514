import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

import { TAKEN } from '../executor/ready-data.ts';
import { type DoorRefusal, bodyOf } from '../limits/refusals.ts';

const GRAPHQL_JSON = 'application/graphql-response+json';

/** Errors of a document or its variables, in a request that is well-formed by itself. */
const OF_THE_GRAPH = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/**
 * The status for a refusal of what a well-formed request asks: 400 in GraphQL's own media type, 200 in plain JSON,
 * where a client must be able to tell an answer of the graph from one of a proxy.
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
const statusIn = (contentType: string) => (contentType.startsWith(GRAPHQL_JSON) ? 400 : 200);

/** The same for what @apollo/server answered. */
export const statusOfAnswer = ({ status = 200, headers, body }: HTTPGraphQLResponse): number => {
  // What was executed is not refused.
  if (status !== 400 || body.kind !== 'complete' || body.string === TAKEN) return status;
  // It wrote the text itself, as GraphQL has it.
  const { errors = [] } = JSON.parse(body.string) as { readonly errors?: readonly GraphQLFormattedError[] };
  const isOfTheGraph = errors.every(({ extensions }) => OF_THE_GRAPH.has(extensions?.code));
  return isOfTheGraph ? statusIn(headers.get('content-type') ?? '') : status;
};

const isGraphqlJson = ({ headers }: FastifyRequest) => headers.accept?.includes(GRAPHQL_JSON) ?? false;

/** Answers with a refusal, in the shape of the graph's errors. */
export const sendRefusal = async (request: FastifyRequest, reply: FastifyReply, refusal: DoorRefusal) => {
  const type = isGraphqlJson(request) ? GRAPHQL_JSON : 'application/json';
  // What is not even a GraphQL request is told by its status in either type.
  const status = refusal.status === 400 && refusal.code !== 'BAD_REQUEST' ? statusIn(type) : refusal.status;
  if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', String(refusal.retryAfterSeconds));
  void reply.header('cache-control', 'no-store').type(`${type}; charset=utf-8`);
  return await reply.code(status).send(JSON.stringify(bodyOf(refusal)));
};
