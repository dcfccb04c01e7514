import type { BaseContext } from '@apollo/server';
import { systemClock } from '@crm/kernel';

import { logOf } from './log.ts';
import { type ServiceDefinition, allSubscriptions } from './service.ts';

const notRunning = (): never => {
  throw new TypeError('The service is described, it does not run');
};

/** The topics that a service reacts to, in order and each once: what a secured broker must let it read. */
export const topicsHeardBy = <Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
): readonly string[] => {
  const log = logOf(definition.name, 'silent');
  const wired = definition.wire({ read: notRunning, transact: notRunning, clock: systemClock, log });
  return [...new Set(allSubscriptions(definition, wired).map(({ to }) => to.topic))].sort();
};
