import { createInboxSql } from './consumer/inbox.sql.ts';
import { createParkedNamingSql, createParkingSql } from './consumer/parking.sql.ts';
import { createReplayRequestSql } from './consumer/replay-requests.ts';
import { createErasureSql } from './erasure/erasure.sql.ts';
import { createBlockedSql } from './operate/blocked.ts';
import { createPendingSql } from './relay/pending.sql.ts';
import { createRelaySql } from './relay/relay.sql.ts';
import { createArchiveSql } from './replay.sql.ts';

/** Everything messaging keeps in a service's database. Run it after `createOutboxSql`, as the owner. */
export const createMessagingSql = `
  ${createRelaySql}
  ${createPendingSql}
  ${createInboxSql}
  ${createParkingSql}
  ${createParkedNamingSql}
  ${createArchiveSql}
  ${createErasureSql}
  ${createReplayRequestSql}
  ${createBlockedSql}
`;

/**
 * For a database made when published rows were still marked in the outbox itself; anywhere else it changes nothing. As
 * the owner.
 */
export const upgradeOutboxSql = `
  ${createPendingSql}
  ${createArchiveSql}
`;

/** For a database that is older than replays by several instances, and than the list of what is blocked. As the owner. */
export const upgradeOperationsSql = `
  ${createReplayRequestSql}
  ${createBlockedSql}
`;

/**
 * For a database that is older than the search for what is parked and goes with a person, and than the word whether
 * something was blocked. As the owner.
 */
export const upgradeParkingSql = `
  ${createParkedNamingSql}
  ${createBlockedSql}
`;
