import type {
  FetchDataKeyRenamer,
  FetchDataRewrite,
  FetchDataValueSetter,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';

import { type Json, isJson, own } from './json.ts';
import { quoted } from './json-bytes.ts';
import { type Types, conditionIn } from './types.ts';

type Selections = readonly QueryPlanSelectionNode[];
type Rewrites = readonly FetchDataRewrite[];

export type Representation = {
  /** JSON of the key of an object and of what else a subgraph requires; null when something of it is missing. */
  readonly write: (object: Json) => string | null;
  /** The one value beside the type's name that tells an object apart; null when it takes more than that. */
  readonly soleKey: (object: Json) => unknown;
  /** True when an object is nothing but its representation: then equal representations are one object. */
  readonly isWhole: (object: Json) => boolean;
};

/** How a value gets into a representation. */
type Part = {
  readonly source: string;
  readonly lead: string;
  /** JSON that stands for whatever is there: a subgraph may know an object by an interface's name. */
  readonly constant: string | null;
  /** Null for a leaf. */
  readonly below: ((object: Json) => string | null) | null;
};

export const compileRepresentation = (requires: Selections, rewrites: Rewrites, types: Types): Representation => {
  const partsOf = partsFor(types, requires, rewrites);
  const isPlain = rewrites.length === 0;
  return {
    write: (object) => (typeof object['__typename'] === 'string' ? writeParts(partsOf(object), object) : null),
    soleKey: (object) => {
      const [name, key, more] = isPlain ? partsOf(object) : [];
      const isSole = name?.source === '__typename' && key?.below === null && more === undefined;
      return isSole ? (own(object, key.source) ?? null) : null;
    },
    isWhole: (object) => {
      if (!isPlain) return false;
      const parts = partsOf(object);
      let left = parts.length;
      // Counting is cheaper than a list of the keys.
      for (const key in object) if (Object.hasOwn(object, key)) left--;
      return left === 0 && parts.every(({ below }) => below === null);
    },
  };
};

type PartsOf = (object: Json) => readonly Part[];

/** The parts for objects of a type, worked out when the first one turns up. */
const partsFor = (types: Types, selections: Selections, rewrites: Rewrites): PartsOf => {
  const known = new Map<unknown, readonly Part[]>();
  return ({ __typename: typename }) => {
    const parts = known.get(typename) ?? compileParts(types, selections, rewrites, typename);
    known.set(typename, parts);
    return parts;
  };
};

const compileParts = (types: Types, selections: Selections, rewrites: Rewrites, typename: unknown) => {
  const fields = new Map<string, QueryPlanSelectionNode[]>();
  const collect = (list: Selections) => {
    for (const each of list) {
      if (each.kind === 'InlineFragment') {
        if (fits(types, typename, each.typeCondition)) collect(each.selections);
        continue;
      }
      const name = each.alias ?? each.name;
      fields.set(name, [...(fields.get(name) ?? []), ...(each.selections ?? [])]);
    }
  };
  collect(selections);
  const applying = rewrites.flatMap((each) => withoutCondition(types, each, typename));
  return [...fields].map(([source, below], index): Part => {
    const here = applying.filter(({ path }) => path[0] === source);
    const [set, renamed] = [here.find(isSetter), here.find(isRenamer)];
    const deeper = here.filter(({ path }) => path.length > 1).map((each) => ({ ...each, path: each.path.slice(1) }));
    const inner = below.length > 0 ? partsFor(types, below, deeper) : null;
    return {
      source,
      lead: `${index > 0 ? ',' : ''}${JSON.stringify(renamed?.renameKeyTo ?? source)}:`,
      constant: set ? JSON.stringify(set.setValueTo) : null,
      below: inner && ((object) => writeParts(inner(object), object)),
    };
  });
};

const isSetter = (each: FetchDataRewrite): each is FetchDataValueSetter =>
  each.kind === 'ValueSetter' && each.path.length === 1;
const isRenamer = (each: FetchDataRewrite): each is FetchDataKeyRenamer =>
  each.kind === 'KeyRenamer' && each.path.length === 1;

const fits = (types: Types, typename: unknown, condition: string | undefined) =>
  condition === undefined || typeof typename !== 'string' || types.fits(typename, condition);

/** What is left of a rewrite for objects of a type, when it is about them. */
const withoutCondition = (types: Types, rewrite: FetchDataRewrite, typename: unknown): Rewrites => {
  const condition = conditionIn(rewrite.path[0]);
  if (condition === null) return [rewrite];
  if (!fits(types, typename, condition)) return [];
  return withoutCondition(types, { ...rewrite, path: rewrite.path.slice(1) }, typename);
};

const writeParts = (parts: readonly Part[], object: Json): string | null => {
  if (parts.length === 0) return null;
  let text = '{';
  for (const part of parts) {
    const written = part.constant ?? writeValue(own(object, part.source), part.below);
    if (written === null) return null;
    text += part.lead + written;
  }
  return `${text}}`;
};

const writeValue = (value: unknown, below: Part['below']): string | null => {
  if (value === undefined) return null;
  if (typeof value === 'string') return quoted(value);
  if (value === null || below === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return isJson(value) ? below(value) : null;
  const items: readonly unknown[] = value;
  const written = items.map((each) => writeValue(each, below));
  return written.includes(null) ? null : `[${written.join()}]`;
};
