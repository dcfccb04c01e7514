import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema } from 'graphql';

import type { RequestContext } from '../request-context.ts';
import type { SubgraphSource } from '../subgraphs/http-data-source.ts';
import type { AskSubgraph, SubgraphAnswer, SubgraphQuestion } from './ask.ts';
import { type Execute, createExecutor } from './executor.ts';
import { readyData } from './ready-data.ts';

type GatewayRequest = Parameters<ApolloGateway['executor']>[0];
/** Of a request, as @apollo/server makes it for us. */
type Incoming = GatewayRequest & { readonly context: RequestContext };
/** Told which subgraphs a graph has that is served from now on; gives what asks each, by its name. */
type Serve = (
  subgraphs: readonly { readonly name: string; readonly url: string }[],
) => ReadonlyMap<string, SubgraphSource>;

/** One supergraph, ready to answer. */
type Served = { readonly execute: Execute; readonly source: (name: string) => SubgraphSource };

/**
 * Puts our executor in the place of @apollo/gateway's, which goes on loading, checking and planning. A request is
 * answered over the supergraph that it was validated against, even when a new one is taken meanwhile. Call it before
 * the gateway loads.
 */
export const installExecutor = (gateway: ApolloGateway, serveSubgraphs: Serve) => {
  assertFits(gateway);
  const served = new WeakMap<GraphQLSchema, Served>();
  const serve = (schema: GraphQLSchema, planner: QueryPlanner) => {
    const sources = serveSubgraphs(planner.supergraph.subgraphsMetadata());
    const source = (name: string) => {
      const found = sources.get(name);
      if (!found) throw new Error(`The supergraph has no subgraph ${name}`);
      return found;
    };
    const made = { execute: createExecutor(schema, planner), source };
    served.set(schema, made);
    return made;
  };
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    serve(apiSchema, plannerOf(gateway));
  });
  gateway.executor = async (request) => {
    const { schema } = request;
    // @apollo/server's context is the one that our door gives it.
    return await answer(served.get(schema) ?? serve(schema, plannerOf(gateway)), request as Incoming);
  };
};

/** Members of @apollo/gateway that carry this; it promises none of them from one version to the next. */
const assertFits = (gateway: ApolloGateway) => {
  const isFitting =
    typeof gateway.executor === 'function' &&
    typeof gateway.__testing === 'function' &&
    typeof gateway.onSchemaLoadOrUpdate === 'function';
  if (!isFitting) throw new Error('This version of @apollo/gateway is not the one that the executor was written for.');
};

const plannerOf = (gateway: ApolloGateway) => {
  const planner = gateway.__testing().queryPlanner;
  if (typeof planner?.buildQueryPlan !== 'function' || typeof planner.supergraph.apiSchema !== 'function') {
    throw new Error('This version of @apollo/gateway is not the one that the executor was written for.');
  }
  return planner;
};

const answer = async ({ execute, source }: Served, incoming: Incoming) => {
  const { document, queryHash: documentHash, operation, request, context } = incoming;
  const ask: AskSubgraph = (name, question) => {
    const subgraph = source(name);
    return subgraph.ask?.(question, context) ?? askByProcess(subgraph, question, incoming);
  };
  const variables = request.variables ?? {};
  const { refusals, takeAnswer } = context;
  try {
    const { data, errors } = await execute({ document, documentHash, operation, variables, refusals, ask });
    return {
      ...(data !== undefined && { data: request.http ? readyData(data, takeAnswer) : parsed(data) }),
      ...(errors.length > 0 && { errors }),
    };
  } catch (error) {
    if (!context.signal?.aborted) throw error;
    // Nobody reads it: no news for the log either.
    return {
      data: null,
      errors: [new GraphQLError('The request was given up', { extensions: { code: 'ABANDONED' } })],
    };
  }
};

// Written by the projection: an object, or null.
const parsed = (data: Buffer) => JSON.parse(data.toString()) as Record<string, unknown>;

/** For a subgraph inside the gateway, which reads no JSON. */
const askByProcess = async (
  subgraph: SubgraphSource,
  { query, operationName, body }: SubgraphQuestion,
  incomingRequestContext: Incoming,
): Promise<SubgraphAnswer> => {
  const { context } = incomingRequestContext;
  // Our own text.
  const { variables } = JSON.parse(body) as { variables: Record<string, unknown> };
  const request = { query, variables, ...(operationName !== undefined && { operationName }) };
  const { data, errors } = await subgraph.process({ kind: INCOMING, request, incomingRequestContext, context });
  return { data, errors };
};

type Options = Parameters<GraphQLDataSource<RequestContext>['process']>[0];
// A member of an enum that the package does not export.
const INCOMING = 'incoming operation' as Extract<Options, { incomingRequestContext: unknown }>['kind'];
