import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { Failure, Failures, Path } from './failures.ts';
import { JsonBytes } from './json-bytes.ts';

/** Translates the rest of a subgraph's path below a field into the client's names. */
export type Translate = (rest: Path) => Path;

/** One answer while it is written. The path is where the writer is: `depth` elements of it count. */
export type Writing = {
  readonly out: JsonBytes;
  readonly path: (string | number)[];
  depth: number;
  readonly errors: GraphQLError[];
  /** Null when every subgraph answered all it was asked: the usual case costs nothing. */
  readonly failures: Failures | null;
  /** Failures that stand in the answer. */
  readonly told: Set<Failure>;
  /** Failures of what is not in the answer, with the place of the object that they are about. */
  readonly passed: Map<Failure, Path>;
  /** Where an object that is in several places was written; null when no object is. */
  readonly written: Map<object, Map<object, Place>> | null;
};

/** Of bytes, from one to before the other. */
type Place = { readonly from: number; readonly to: number };

/** One for all answers: each is written without a pause, and takes its bytes with it. */
const out = new JsonBytes();

export const startWriting = (failures: Failures, isShared: boolean): Writing => {
  // Whatever an answer has left that was never finished.
  out.at = 0;
  return {
    out,
    path: [],
    depth: 0,
    errors: [],
    failures: failures.isEmpty() ? null : failures,
    // An error has to be told at every place: then nothing is written by copying.
    told: new Set(),
    passed: new Map(),
    written: isShared && failures.isEmpty() ? new Map() : null,
  };
};

/** Takes back what was written after a place, and with it whatever would be copied from there. */
export const takeBack = ({ out, written }: Writing, at: number) => {
  out.at = at;
  written?.clear();
};

/** An error of our own at the place where the writer is. */
export const report = (writing: Writing, message: string, extensions?: Readonly<Record<string, unknown>>) => {
  const path = writing.path.slice(0, writing.depth);
  writing.errors.push(new GraphQLError(message, { path, ...(extensions && { extensions }) }));
};

/** Tells why a place is empty, when a subgraph said so; false when none did. */
export const explain = (holder: object, key: string | number, writing: Writing, translate: Translate): boolean => {
  if (!writing.failures) return false;
  let isExplained = false;
  for (const failure of writing.failures.of(holder)) {
    if (failure.key === null) isExplained = true;
    if (failure.key !== key) continue;
    isExplained = true;
    tell(failure, [...writing.path.slice(0, writing.depth), ...translate(failure.rest)], writing);
  }
  return isExplained;
};

/** Tells what happened to an object as a whole, and remembers what happened to what is not written of it. */
export const explainObject = (holder: object, isWritten: (key: string | number) => boolean, writing: Writing) => {
  for (const failure of writing.failures?.of(holder) ?? []) {
    if (failure.key !== null && isWritten(failure.key)) continue;
    const path = writing.path.slice(0, writing.depth);
    if (failure.key === null) tell(failure, path, writing);
    else if (!writing.passed.has(failure)) writing.passed.set(failure, path);
  }
};

/**
 * Tells what has found no place: of values that were fetched for others' sake. When an answer is empty and nobody said
 * why, whatever is known is told.
 */
export const explainRest = (writing: Writing) => {
  const { failures, passed, told } = writing;
  if (!failures) return;
  for (const [failure, path] of passed) if (!told.has(failure)) tell(failure, path, writing);
  if (writing.errors.length > 0) return;
  for (const failure of failures.all()) tell(failure, [], writing);
};

const tell = (failure: Failure, path: Path, writing: Writing) => {
  const { error, budget } = failure;
  writing.told.add(failure);
  if (budget.left <= 0) return;
  budget.left--;
  writing.errors.push(errorAt(error, path));
};

const errorAt = ({ message, extensions }: GraphQLFormattedError, path: Path) =>
  new GraphQLError(message, { ...(path.length > 0 && { path }), ...(extensions && { extensions }) });
