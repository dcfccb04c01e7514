import { startTracing } from '@crm/tracing';

import { createLog } from '../log.ts';

/** Traces this process from now on. */
export const traceTo = (endpoint: string, logLevel: string) => {
  const log = createLog(logLevel);
  return startTracing({
    endpoint,
    service: 'gateway',
    onTrouble: (err) => {
      log.warn({ err }, 'traces: lost, the collector does not take them');
    },
  });
};
