import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { Actor } from '@crm/kernel';
import fastify, { type FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';

import { ASSERTION_HEADER } from './assertion.ts';
import { compiledExecution } from './compiled-execution.ts';
import { maskErrors } from './masking.ts';
import { type Language, languageOf } from './messages.ts';

export type SubgraphOptions<Context extends BaseContext> = {
  readonly typeDefs: DocumentNode;
  /** Checked against the schema where they are written: generated types. */
  readonly resolvers: object;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Rejects whoever the gateway does not vouch for. */
  readonly verify: (assertion: string | undefined, traceparent: string | null) => Promise<Actor>;
  readonly contextOf: (request: SubgraphRequest) => Promise<Context> | Context;
  readonly introspection: boolean;
  readonly logError: (reference: string, error: unknown) => void;
  /** Told of every answer: the operation's name as the gateway gives it, and how long it took. */
  readonly onAnswer?: (operation: string, outcome: 'ok' | 'error', seconds: number) => void;
};

export type SubgraphRequest = { readonly actor: Actor; readonly language: Language };

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
const actors = new WeakMap<FastifyRequest, Actor>();

/** Serves one subgraph at `/graphql`. Without a valid assertion no route answers anything but 401, not even 404. */
export const startSubgraphServer = async <Context extends BaseContext>(options: SubgraphOptions<Context>) => {
  const app = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: 'idle' });
  // Its type of resolvers knows no federation types; ours were checked against the generated ones.
  const schema = buildSubgraphSchema([{ typeDefs: options.typeDefs, resolvers: options.resolvers as never }]);
  const formatError = maskErrors(options.logError);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: options.introspection,
    includeStacktraceInErrorResponses: false,
    // Only the gateway can reach it: no browser sends an assertion by itself.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: silent,
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      compiledExecution(schema, formatError),
      fastifyApolloDrainPlugin(app),
      measured(options.onAnswer),
    ],
  });
  await apollo.start();

  app.addHook('onRequest', async (request, reply) => {
    try {
      actors.set(
        request,
        await options.verify(header(request, ASSERTION_HEADER), header(request, 'traceparent') ?? null),
      );
    } catch {
      await reply.code(401).send(UNAUTHENTICATED);
    }
  });
  app.route({
    url: '/graphql',
    method: ['POST'],
    handler: fastifyApolloHandler(apollo, { context: contextOf(options) }),
  });

  const address = await app.listen({ host: options.host, port: options.port });
  return { url: `${address}/graphql`, schema, stop: () => apollo.stop() };
};

/** The gateway calls its fetches `<operation>__<subgraph>__<number>`: few names, whatever clients send. */
const measured = (onAnswer: SubgraphOptions<BaseContext>['onAnswer']): ApolloServerPlugin => ({
  requestDidStart: () => {
    const start = performance.now();
    return Promise.resolve({
      willSendResponse: ({ response, operationName }) => {
        const failed = response.body.kind === 'single' && response.body.singleResult.errors !== undefined;
        const name = operationName?.split('__')[0] ?? 'unnamed';
        onAnswer?.(name, failed ? 'error' : 'ok', (performance.now() - start) / 1000);
        return Promise.resolve();
      },
    });
  },
});

const UNAUTHENTICATED = {
  errors: [{ message: 'This service answers the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }],
};

const nothing = () => undefined;
/** Apollo's own start-up chatter is no news to anybody; errors come through `logError`. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const contextOf =
  <Context extends BaseContext>({ contextOf: of }: SubgraphOptions<Context>) =>
  async (request: FastifyRequest) => {
    const actor = actors.get(request);
    if (!actor) throw new Error('a request passed without an actor');
    return await of({ actor, language: languageOf(header(request, 'accept-language')) });
  };

const header = ({ headers }: FastifyRequest, name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};
