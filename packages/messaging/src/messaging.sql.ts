import { createRelaySql } from './relay/relay.sql.ts';

/** Everything messaging keeps in a service's database. Run it after `createOutboxSql`, as the owner. */
export const createMessagingSql = `
  ${createRelaySql}
`;
