/** The newest event of a topic: when it happened, and when it was known here. */
export type NewestOfTopic = { readonly topic: string; readonly occurredAt: Date; readonly ingestedAt: Date };

export type Freshness = {
  readonly measuredAt: Date;
  readonly lastEventAt: Date | null;
  readonly lagSeconds: number | null;
  readonly idleSeconds: number | null;
  readonly topics: readonly { readonly topic: string; readonly lastEventAt: Date; readonly lagSeconds: number }[];
};

/** Clocks of two machines differ a little: nothing is known before it happened. */
const secondsFrom = (earlier: Date, later: Date) => Math.max(0, (later.getTime() - earlier.getTime()) / 1000);

/** How fresh the whole is: as fresh as what arrived last. */
export const freshnessOf = (newest: readonly NewestOfTopic[], now: Date): Freshness => {
  const last = newest.reduce<NewestOfTopic | null>(
    (latest, each) => (latest && latest.ingestedAt >= each.ingestedAt ? latest : each),
    null,
  );
  return {
    measuredAt: now,
    lastEventAt: last?.occurredAt ?? null,
    lagSeconds: last && secondsFrom(last.occurredAt, last.ingestedAt),
    idleSeconds: last && secondsFrom(last.ingestedAt, now),
    topics: newest.map(({ topic, occurredAt, ingestedAt }) => ({
      topic,
      lastEventAt: occurredAt,
      lagSeconds: secondsFrom(occurredAt, ingestedAt),
    })),
  };
};
