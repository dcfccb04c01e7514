import { deleteShare, upsertShare } from '@crm/access';
import type { AggregateAt } from '@crm/contracts';
import type { EntityManager } from 'typeorm';

import type { Share } from './record-share.rules.ts';

const COLUMNS = `id, record_type as "recordType", record_id as "recordId", grantee_type as "granteeType",
  grantee_id as "granteeId", level, until_at as "until"`;

export const shares = (db: EntityManager) => ({
  between: async (recordId: string, granteeId: string): Promise<Share | null> => {
    const [share] = await db.query<Share[]>(
      `select ${COLUMNS} from record_share where record_type = 'Customer' and record_id = $1 and grantee_id = $2`,
      [recordId, granteeId],
    );
    return share ?? null;
  },

  save: (share: Share, { version }: AggregateAt) => upsertShare(db, { ...share, version }),

  end: ({ id }: Share, { version }: AggregateAt) => deleteShare(db, { id, version }),
});
