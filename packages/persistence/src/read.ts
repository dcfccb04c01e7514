import type { Actor } from '@crm/kernel';
import type { DataSource } from 'typeorm';

import type { Sql } from './sql.ts';

/** A look at the actor's tenant: one read-only transaction, so all of it is of one moment. */
export type Read = <Value>(actor: Pick<Actor, 'tenant'>, look: (sql: Sql) => Promise<Value>) => Promise<Value>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What we use of a connection: node-postgres's, which TypeORM hands out untyped. */
type Connection = {
  readonly query: (text: string, values?: unknown[]) => Promise<{ readonly rows: unknown[] }>;
  readonly on: (event: 'error', heard: () => void) => unknown;
  readonly off: (event: 'error', heard: () => void) => unknown;
};
type Lender = { readonly obtainMasterConnection: () => Promise<[Connection, (broken?: Error) => void]> };

/**
 * Reads by plain SQL on the pool of the data source. Begin and tenant travel in one round trip; a broken connection is
 * not given back to the pool. Writing fails: the transaction is read only.
 */
export const readOn =
  (dataSource: DataSource): Read =>
  async ({ tenant }, look) => {
    if (!UUID.test(tenant)) throw new TypeError('the tenant is not a uuid');
    // The Postgres driver lends connections; the common driver type does not say so.
    const [connection, giveUp] = await (dataSource.driver as unknown as Lender).obtainMasterConnection();
    const release = (broken?: Error) => {
      connection.off('error', heard);
      giveUp(broken);
    };
    connection.on('error', heard);
    try {
      await connection.query(`begin read only; set local app.tenant = '${tenant}'`);
      const value = await look(sqlOn(connection));
      await connection.query('commit');
      release();
      return value;
    } catch (error) {
      await giveBack(connection, release);
      throw error;
    }
  };

/** A lent connection that breaks says so to nobody else: unheard, it would end the process. The query that fails tells. */
const heard = () => undefined;

const sqlOn = (connection: Connection): Sql => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await connection.query(text, [...values]);
    // The caller names the columns in `text` and their shape beside it.
    return rows as Row[];
  },
});

const giveBack = async (connection: Connection, release: (broken?: Error) => void) => {
  try {
    await connection.query('rollback');
    release();
  } catch (broken) {
    release(broken instanceof Error ? broken : new Error(String(broken)));
  }
};
