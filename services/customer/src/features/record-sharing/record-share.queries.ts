import type { Caller } from '@crm/access';
import type { Read } from '@crm/persistence';

import type { Share } from './record-share.rules.ts';

/** The open shares of several customers, in one query. Who may see them is decided with the customers. */
export const sharesOf =
  (read: Read) =>
  ({ actor }: Caller, ids: readonly string[]): Promise<readonly Share[]> =>
    read(actor, (sql) =>
      sql.query(
        `select id, record_type as "recordType", record_id as "recordId", grantee_type as "granteeType",
                grantee_id as "granteeId", level, until_at as "until"
           from record_share
          where record_type = 'Customer' and record_id = any($1::uuid[]) and (until_at is null or until_at > now())
          order by record_id, id`,
        [ids],
      ),
    );
