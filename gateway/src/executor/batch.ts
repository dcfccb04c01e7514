import type { Asked, Fetch } from './fetch.ts';
import type { Json } from './json.ts';
import type { Representation } from './representation.ts';
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
  const collecting: Collecting = {
    texts: [],
    targets: [],
    wholes: [],
    numbers: new Map(),
    byKey: new Map(),
    isShared: known.isShared,
    asked: known.asked,
  };
  const seen = new Set<Json>();
  const visit: Visit = (object, holder, key) => {
    // In a tree there is nothing to meet twice.
    if (collecting.isShared) {
      if (seen.has(object)) return;
      seen.add(object);
    }
    const number = numberOf(representation, object, collecting);
    if (number === null) return;
    const same = add(collecting, number, object, known.mayShare && representation.isWhole(object));
    if (same) holder[key] = same;
  };
  for (const { place } of fetches) visitPlace(root, place, !collecting.isShared, visit);
  const { texts, targets, isShared } = collecting;
  return texts.length > 0 ? { asked: first.asked, texts, targets, isShared } : null;
};

/** True when one object of the answer stands in several places. */
type Shared = { readonly isShared: boolean };
export type Known = Shared & {
  /** Equal objects may become one, as long as none of them has an error to itself. */
  readonly mayShare: boolean;
  /** Objects that something was asked about: an answer may be on its way to them, so they stay where they are. */
  readonly asked: Set<Json>;
};

type Collecting = {
  readonly texts: string[];
  readonly targets: Json[][];
  /** For each representation an object that is nothing else, to stand wherever there is an equal one. */
  readonly wholes: (Json | undefined)[];
  readonly numbers: Map<string, number>;
  /** The same by type and key, for objects that one value tells apart: no text has to be made for what is known. */
  readonly byKey: Map<unknown, Map<unknown, number>>;
  isShared: boolean;
  readonly asked: Set<Json>;
};

/** The number of an object's representation, a new one for a new one; null when something of it is missing. */
const numberOf = (representation: Representation, object: Json, collecting: Collecting): number | null => {
  const key = representation.soleKey(object);
  if (key === null) return numberOfText(representation.write(object), collecting);
  const { ['__typename']: typename } = object;
  const ofType = collecting.byKey.get(typename) ?? new Map<unknown, number>();
  collecting.byKey.set(typename, ofType);
  const known = ofType.get(key);
  if (known !== undefined) return known;
  const number = numberOfText(representation.write(object), collecting);
  if (number !== null) ofType.set(key, number);
  return number;
};

const numberOfText = (text: string | null, { texts, numbers }: Collecting): number | null => {
  if (text === null) return null;
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const number = texts.push(text) - 1;
  numbers.set(text, number);
  return number;
};

/** Takes an object in; gives the one that can stand in its place, if there is one. */
const add = (collecting: Collecting, number: number, object: Json, isWhole: boolean): Json | null => {
  const { targets, wholes, asked } = collecting;
  const of = targets[number];
  if (of) {
    collecting.isShared = true;
    const whole = wholes[number] ?? null;
    if (whole && isWhole && !asked.has(object)) return whole;
    of.push(object);
  } else targets[number] = [object];
  asked.add(object);
  if (isWhole) wholes[number] ??= object;
  return null;
};
