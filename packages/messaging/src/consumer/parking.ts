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
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
};

/** One event by its id, all of one aggregate, or everything the consumer has parked. */
export type RedriveFilter = { readonly id: string } | { readonly aggregateKey: string } | { readonly everything: true };

export type Redriven = { readonly handled: number; readonly stillParked: number };
