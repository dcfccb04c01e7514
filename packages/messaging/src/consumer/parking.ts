import type { EntityManager } from 'typeorm';

/** Anything that runs SQL as the app role: a data source or a transaction's manager. */
export type Database = Pick<EntityManager, 'query'>;

export type ParkedEvent = {
  readonly id: string;
  readonly consumer: string;
  /** The nil uuid when the record's tenant could not be read. */
  readonly tenant: string;
  readonly type: string | null;
  /** The record's key: the aggregate's id. Later events of the same key wait behind this one. */
  readonly aggregateKey: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly cause: string;
  /** Waits only because an earlier event of its aggregate does. */
  readonly behind: boolean;
  readonly attempts: number;
  readonly parkedAt: Date;
};

/** The record as it came, for eyes that may see it. */
export type ParkedRecord = ParkedEvent & {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes, since they may be anything. */
  readonly value: Buffer | null;
};

/** One event by its id, all of one aggregate, or everything the consumer has parked. */
export type RedriveFilter = { readonly id: string } | { readonly aggregateKey: string } | { readonly everything: true };

export type Redriven = { readonly handled: number; readonly stillParked: number };

/** Parked events, oldest first; of one consumer, or of all. */
export const listParked = (
  database: Database,
  { consumer, limit = 100 }: { readonly consumer?: string; readonly limit?: number } = {},
): Promise<ParkedEvent[]> => read(database, [consumer ?? null, null, null, limit]);

/** One parked event with the record as it came; null when there is none of that id. */
export const showParked = async (database: Database, id: string): Promise<ParkedRecord | null> => {
  const [record] = await read(database, [null, id, null, 1]);
  return record ?? null;
};

/** Gives an event up for good: it will never have its effect. The events behind it wait for a redrive. */
export const discardParked = async (database: Database, id: string): Promise<boolean> => {
  const [row] = await database.query<readonly { removed: boolean }[]>('select parked_remove($1) as removed', [id]);
  return row?.removed === true;
};

/** How much is parked, per consumer: for metrics. */
export const countParked = async (
  database: Database,
): Promise<{ consumer: string; events: number; aggregates: number; oldestSeconds: number }[]> => {
  const rows =
    await database.query<readonly { consumer: string; events: string; aggregates: string; oldest_seconds: number }[]>(
      'select * from parked_count()',
    );
  return rows.map(({ consumer, events, aggregates, oldest_seconds: oldestSeconds }) => ({
    consumer,
    events: Number(events),
    aggregates: Number(aggregates),
    oldestSeconds,
  }));
};

type ParkedRow = {
  readonly id: string;
  readonly consumer: string;
  readonly tenant_id: string;
  readonly type: string | null;
  readonly aggregate_key: string;
  readonly topic: string;
  readonly partition: number;
  readonly record_offset: string;
  readonly record_key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly behind: boolean;
  readonly attempts: number;
  readonly parked_at: Date;
};

const read = async (database: Database, values: readonly unknown[]): Promise<ParkedRecord[]> => {
  const rows = await database.query<readonly ParkedRow[]>('select * from parked_list($1, $2, $3, $4)', [...values]);
  return rows.map((row) => ({
    id: row.id,
    consumer: row.consumer,
    tenant: row.tenant_id,
    type: row.type,
    aggregateKey: row.aggregate_key,
    topic: row.topic,
    partition: row.partition,
    offset: row.record_offset,
    key: row.record_key,
    cause: row.cause,
    behind: row.behind,
    attempts: row.attempts,
    parkedAt: row.parked_at,
    headers: row.headers,
    value: row.value,
  }));
};

/** The parked events of one aggregate, in the order in which they are to be tried; of one consumer, or of all. */
export const parkedOf = (database: Database, consumer: string | null, aggregateKey: string, limit: number) =>
  read(database, [consumer, null, aggregateKey, limit]);
