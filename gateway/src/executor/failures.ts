import type { GraphQLFormattedError } from 'graphql';

export type Path = readonly (string | number)[];

/** What went wrong for one place of the fetched data. */
export type Failure = {
  /** Where below the object or list it belongs to; null: all of it. */
  readonly key: string | number | null;
  /** What the subgraph's path goes on with, below that place. */
  readonly rest: Path;
  readonly error: GraphQLFormattedError;
  /** How often it may still be told: one outage needs no thousand copies of its error. */
  readonly budget: { left: number };
};

const UNLIMITED = Number.POSITIVE_INFINITY;

/**
 * Errors of subgraphs, kept at the objects and lists of the fetched data they belong to. Whoever writes the answer
 * finds them there, with the client's own path at hand.
 */
export const createFailures = () => {
  const byHolder = new Map<object, Failure[]>();
  const put = (holder: object, failure: Failure) => {
    const there = byHolder.get(holder);
    if (there) there.push(failure);
    else byHolder.set(holder, [failure]);
  };

  return {
    /** Keeps an error at the deepest place that its path leads to. */
    add: (from: object, path: Path, error: GraphQLFormattedError, budget = { left: UNLIMITED }) => {
      let holder = from;
      let at = 0;
      for (; at < path.length - 1; at++) {
        const below: unknown = Reflect.get(holder, path[at] ?? '');
        if (typeof below !== 'object' || below === null) break;
        holder = below;
      }
      put(holder, { key: path[at] ?? null, rest: path.slice(at + 1), error, budget });
    },
    isEmpty: () => byHolder.size === 0,
    of: (holder: object): readonly Failure[] => byHolder.get(holder) ?? [],
    all: (): readonly Failure[] => [...byHolder.values()].flat(),
  };
};

export type Failures = ReturnType<typeof createFailures>;
