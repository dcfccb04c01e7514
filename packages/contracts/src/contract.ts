import type { z } from 'zod';

/** What a service promises about one event: where it is found, what it carries, and how it looks. */
export type Contract<Data extends z.ZodObject = z.ZodObject> = {
  /** `<service>.<aggregate>-<past tense>.v<major>`, or `<service>.<aggregate>-state.v<major>`. */
  readonly type: string;
  /** `crm.<service>.<aggregate>.fact.v<major>` (what happened) or `….state.v<major>` (the current row, compacted). */
  readonly topic: string;
  /** The aggregate type, as in the topic's name: `customer`. */
  readonly aggregate: string;
  /** One sentence a reader outside the team understands. */
  readonly description: string;
  readonly owner: string;
  /** `personal`: carries data of a living person; erasable. `none`: safe for every reader. */
  readonly pii: 'none' | 'personal';
  /**
   * Of a row that is no person, and about one: the field that names the person customer with whose erasure its personal
   * values go.
   */
  readonly goesWith?: string;
  readonly data: Data;
  readonly example: z.infer<Data>;
};

/** Keeps the literal type, so that a fact cannot be mistaken for another. */
export const contract = <const C extends Contract>(promise: C) => promise;

export type DataOf<C extends Contract> = z.infer<C['data']>;

/** Whether a topic holds current rows, redacted or not, rather than what happened. */
export const isState = ({ topic }: Pick<Contract, 'topic'>) => /\.state(-redacted)?\./.test(topic);

/** Versions count 1, 2, 3 … per aggregate: a reader can tell a repeat and a gap. */
export type AggregateAt = { readonly type: string; readonly id: string; readonly version: number };

/** A fact about to be published: the contract it keeps, the aggregate it happened to, and what happened. */
export type Fact<C extends Contract = Contract> = {
  readonly contract: C;
  readonly aggregate: AggregateAt;
  readonly occurredAt: Date;
  /** Null only on a state topic: the tombstone that says the row is gone. */
  readonly data: DataOf<C> | null;
};

/** States what happened to an aggregate, in the words of a contract. */
export const fact = <C extends Contract>(
  promise: C,
  aggregate: AggregateAt,
  occurredAt: Date,
  data: DataOf<C>,
): Fact<C> => ({ contract: promise, aggregate, occurredAt, data });

/** Says on a state topic that the row is gone: readers that keep a table delete it. */
export const tombstone = <C extends Contract>(promise: C, aggregate: AggregateAt, occurredAt: Date): Fact<C> => ({
  contract: promise,
  aggregate,
  occurredAt,
  data: null,
});

/** A fact as a consumer receives it. */
export type Delivered<C extends Contract = Contract> = {
  readonly type: C['type'];
  readonly eventId: string;
  readonly tenant: string;
  readonly aggregate: AggregateAt;
  readonly occurredAt: Date;
  /** Null: a tombstone. */
  readonly data: DataOf<C> | null;
  /** Subject of the token on whose behalf it happened. */
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
};

/** The names that the envelope adds to every value, since several readers ignore headers. Data may not use them. */
export const ENVELOPE_FIELDS = ['eventId', 'tenantId', 'aggregateId', 'aggregateVersion', 'occurredAt'] as const;
