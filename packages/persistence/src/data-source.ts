import { DataSource, type EntitySchema, type EntityManager } from 'typeorm';

import { TracedClient } from './traced-client.ts';
import type { Sql } from './sql.ts';

export type DatabaseOptions = {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  /** Shown by the database in its list of sessions. */
  readonly applicationName: string;
  /** Connections at most; default 8: seven services fit into 100. */
  readonly poolSize?: number;
};

/** A command that holds others up for longer is broken: better one failed request than a stopped service. */
const LIMITS = [
  'jit=off',
  'statement_timeout=5s',
  'lock_timeout=2s',
  'idle_in_transaction_session_timeout=10s',
  'TimeZone=UTC',
];

/** Connects as the app role. Rejects when the database cannot be reached. Close it with `destroy()`. */
export const openDatabase = ({ url, entities, applicationName, poolSize = 8 }: DatabaseOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    applicationName,
    poolSize,
    connectTimeoutMS: 5_000,
    synchronize: false,
    extra: { Client: TracedClient, options: LIMITS.map((each) => `-c ${each}`).join(' '), idleTimeoutMillis: 60_000 },
    // A terminated idle session is no reason to fall: the pool opens another.
    poolErrorHandler: () => undefined,
  }).initialize();

/** Plain SQL over a transaction's manager: sees and writes what the command does. */
export const sqlOf = (db: EntityManager): Sql => ({
  query: <Row extends object>(text: string, values: readonly unknown[] = []) =>
    db.query<readonly Row[]>(text, [...values]),
});

/** Whether the database answers: what readiness asks. */
export const isAnswering = (dataSource: DataSource): Promise<boolean> =>
  dataSource.query('select 1').then(
    () => true,
    () => false,
  );
