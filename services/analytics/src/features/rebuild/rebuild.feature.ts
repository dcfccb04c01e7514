import type { ServiceParts } from '@crm/runtime';

import { carryOn, REBUILD_TIMER, startRebuild } from './rebuild.command.ts';
import { latestRebuild } from './rebuild.queries.ts';

/** Building everything anew: begun by a mutation, carried on by timers. */
export const rebuildFeature = (parts: Pick<ServiceParts, 'read' | 'transact' | 'clock'>) => {
  const advance = carryOn(parts.clock);
  return {
    api: { start: startRebuild(parts), latest: latestRebuild(parts.read) },
    timers: [{ kind: REBUILD_TIMER, handle: (_timer: unknown, work: Parameters<typeof advance>[0]) => advance(work) }],
  };
};

export type RebuildApi = ReturnType<typeof rebuildFeature>['api'];
