import type { Asked, Fetch } from './fetch.ts';
import type { Json } from './json.ts';
import { type Visit, visitPlace } from './walk.ts';

/** The objects that one question is about, each representation once. */
export type Batch = {
  readonly asked: Asked;
  /** JSON of each representation. */
  readonly texts: readonly string[];
  /** The objects of each representation: what is answered of it belongs to all of them. */
  readonly targets: readonly (readonly Json[])[];
};

/** Collects what the fetches ask; null when there is nothing to ask about. */
export const batchOf = (fetches: readonly Fetch[], root: Json, known: Known): (Batch & Shared) | null => {
  const [first] = fetches;
  const representation = first?.asked.representation;
  if (!representation) return null;
  const collecting: Collecting = { texts: [], targets: [], wholes: [], numbers: new Map(), isShared: known.isShared };
  const seen = new Set<Json>();
  const visit: Visit = (object, holder, key) => {
    // In a tree there is nothing to meet twice.
    if (collecting.isShared) {
      if (seen.has(object)) return;
      seen.add(object);
    }
    const text = representation.write(object);
    if (text === null) return;
    const same = add(collecting, text, object, known.mayShare && representation.isWhole(object));
    if (same) holder[key] = same;
  };
  for (const { place } of fetches) visitPlace(root, place, !collecting.isShared, visit);
  const { texts, targets, isShared } = collecting;
  return texts.length > 0 ? { asked: first.asked, texts, targets, isShared } : null;
};

/** True when one object of the answer stands in several places. */
type Shared = { readonly isShared: boolean };
type Known = Shared & {
  /** Equal objects may become one, as long as none of them has an error to itself. */
  readonly mayShare: boolean;
};

type Collecting = {
  readonly texts: string[];
  readonly targets: Json[][];
  /** For each representation an object that is nothing else, to stand wherever there is an equal one. */
  readonly wholes: (Json | null)[];
  readonly numbers: Map<string, number>;
  isShared: boolean;
};

/** Takes an object in; gives the one that can stand in its place, if there is one. */
const add = (collecting: Collecting, text: string, object: Json, isWhole: boolean): Json | null => {
  const { texts, targets, wholes, numbers } = collecting;
  const number = numbers.get(text);
  if (number === undefined) {
    numbers.set(text, texts.push(text) - 1);
    targets.push([object]);
    wholes.push(isWhole ? object : null);
    return null;
  }
  collecting.isShared = true;
  const whole = wholes[number] ?? null;
  if (isWhole && whole) return whole;
  targets[number]?.push(object);
  if (isWhole) wholes[number] = object;
  return null;
};
