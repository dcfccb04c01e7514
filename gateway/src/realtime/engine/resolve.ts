import type { Person } from '../../identity/claims.ts';
import type { Question, Reply } from '../compile/compiled.ts';

/** On whose behalf the graph is asked. */
export type Reader = {
  /** Null when the gateway runs without authentication. */
  readonly person: Person | null;
  /** The client's headers that subgraphs may see. */
  readonly forwarded: Readonly<Record<string, string>>;
};

/** Asks the whole graph as a reader, with the permissions that the reader has now. Rejects only for a bug. */
export type Resolve = (question: Question, reader: Reader, traceparent: string | null) => Promise<Reply>;

/** Lets at most so many run at once; the others wait their turn. */
export const atMost = (limit: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, not given back.
      if (next) next();
      else running -= 1;
    }
  };
};
