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
