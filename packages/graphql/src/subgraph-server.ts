import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { Actor } from '@crm/kernel';
import fastify from 'fastify';
import type { DocumentNode } from 'graphql';

import { headerOf, requireAssertion } from './assertion-check.ts';
import type { VerifyAssertion } from './assertion.ts';
import { type OnAnswer, graphqlRoute, nameOf } from './graphql-route.ts';
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
  readonly verify: VerifyAssertion;
  readonly contextOf: (request: SubgraphRequest) => Promise<Context> | Context;
  readonly introspection: boolean;
  readonly logError: (reference: string, error: unknown) => void;
  readonly onAnswer?: OnAnswer;
};

export type SubgraphRequest = { readonly actor: Actor; readonly language: Language };

/** Serves one subgraph at `/graphql`. Without a valid assertion no route answers anything but 401, not even 404. */
export const startSubgraphServer = async <Context extends BaseContext>(options: SubgraphOptions<Context>) => {
  const app = fastify({ forceCloseConnections: 'idle' });
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
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app), measured(options.onAnswer)],
  });
  await apollo.start();

  const actorOf = requireAssertion(app, options.verify);
  app.route({
    url: '/graphql',
    method: ['POST'],
    handler: graphqlRoute({
      apollo,
      schema,
      formatError,
      contextOf: async (request, traceparent = null) =>
        options.contextOf({
          actor: placed(actorOf(request), traceparent),
          language: languageOf(headerOf(request, 'accept-language')),
        }),
      onAnswer: options.onAnswer,
    }),
  });

  const address = await app.listen({ host: options.host, port: options.port });
  return { url: `${address}/graphql`, schema, stop: () => apollo.stop() };
};

/** What follows from the answer says that it does, where that is traced. */
const placed = (actor: Actor, traceparent: string | null): Actor =>
  traceparent === null ? actor : { ...actor, traceparent };

const measured = (onAnswer: OnAnswer | undefined): ApolloServerPlugin => ({
  requestDidStart: () => {
    const start = performance.now();
    return Promise.resolve({
      willSendResponse: ({ response, operationName }) => {
        const failed = response.body.kind === 'single' && response.body.singleResult.errors !== undefined;
        onAnswer?.(nameOf(operationName), failed ? 'error' : 'ok', (performance.now() - start) / 1000);
        return Promise.resolve();
      },
    });
  },
});

const nothing = () => undefined;
/** Apollo's own start-up chatter is no news to anybody; errors come through `logError`. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
