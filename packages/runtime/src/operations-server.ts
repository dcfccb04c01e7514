import type { EventOperations } from '@crm/messaging';
import fastify from 'fastify';
import type { Registry } from 'prom-client';

import { eventRoutes } from './event-routes.ts';
import type { Logger } from './log.ts';

export type Operations = {
  readonly host: string;
  readonly port: number;
  readonly registry: Registry;
  /** Whether it can serve; and what else there is to know, by name. */
  readonly check: () => Promise<{ readonly ready: boolean; readonly parts: Readonly<Record<string, boolean>> }>;
  readonly events: EventOperations;
  readonly log: Logger;
};

/** Health and metrics on a port of their own, for the platform and not for clients. */
export const startOperationsServer = async ({ host, port, registry, check, events, log }: Operations) => {
  const app = fastify({ forceCloseConnections: true });
  let draining = false;

  app.get('/livez', () => ({ status: 'live' }));
  app.get('/readyz', async (_request, reply) => {
    const { ready, parts } = await check();
    const status = draining ? 'draining' : ready ? 'ready' : 'not ready';
    return reply.code(status === 'ready' ? 200 : 503).send({ status, parts });
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  eventRoutes(app, events, log);

  const address = await app.listen({ host, port });
  return {
    url: address,
    /** From now on not ready: no new work is sent here. */
    drain: () => {
      draining = true;
    },
    stop: () => app.close(),
  };
};
