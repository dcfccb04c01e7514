/** What became of one received event. */
export type Outcome = 'handled' | 'repeated' | 'parked' | 'parked-behind' | 'unknown-type' | 'other-group' | 'erased';

/** Counters that the runtime turns into Prometheus series. Every one is optional to implement. */
export type MessagingMetrics = {
  /** Rows sent and marked, and the milliseconds from reading them to having them marked. */
  readonly published?: (rows: number, ms: number) => void;
  readonly publishFailed?: (cause: string) => void;
  readonly aggregateBlocked?: (reason: string) => void;
  readonly consumed?: (event: { readonly group: string; readonly type: string; readonly outcome: Outcome }) => void;
  /** A transient failure that was waited out. */
  readonly retried?: (group: string) => void;
};

/** What waits in the outbox of this database. */
export type OutboxLag = {
  readonly rows: number;
  readonly oldestSeconds: number;
  readonly blockedAggregates: number;
};
