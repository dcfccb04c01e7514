import type { Caller } from '@crm/access';
import type { Read } from '@crm/persistence';

import type { Generation } from '../../warehouse/generation.rules.ts';

export type StartedRebuild = Pick<Generation, 'current' | 'phase' | 'finishedAt'> & { readonly startedAt: Date };

/** How the latest rebuild stands; null: there was none. */
export const latestRebuild =
  (read: Read) =>
  ({ actor }: Caller): Promise<StartedRebuild | null> =>
    read(actor, async (sql) => {
      const [row] = await sql.query<StartedRebuild>(
        `select current, phase, started_at as "startedAt", finished_at as "finishedAt"
           from analytics_generation where started_at is not null`,
      );
      return row ?? null;
    });
