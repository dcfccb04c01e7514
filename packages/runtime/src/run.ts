import type { BaseContext } from '@apollo/server';

import { startTracing } from '@crm/tracing';

import type { ServiceConfig } from './config.ts';
import { logOf } from './log.ts';
import { type ServiceDefinition, startService } from './service.ts';

const traceTo = (endpoint: string, service: string) =>
  startTracing({
    endpoint,
    service,
    onTrouble: (cause) => {
      logOf(service, 'warn').warn({ err: cause }, 'traces are lost: the collector does not take them');
    },
  });

/** Longer than any request may take; after that the platform kills anyway. */
const STOP_DEADLINE_MS = 4_500;

/**
 * Runs a service as this process until it is told to stop (SIGTERM, SIGINT): drains, then exits with 0. What cannot be
 * recovered ends the process with 1: whoever watches starts it again.
 */
export const runService = async <Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  readConfig: () => ServiceConfig,
): Promise<void> => {
  const fail = (cause: unknown) => {
    logOf(definition.name, 'info').fatal({ err: cause }, 'the service ends');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const config = readConfig();
  const tracing = config.tracesTo === undefined ? null : traceTo(config.tracesTo, definition.name);
  const service = await startService(definition, config, fail);
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    service
      .stop()
      .then(() => tracing?.stop())
      .then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};
