import type { FetchDataRewrite } from '@apollo/query-planner';

import { type Json, isContainer, isJson, own } from './json.ts';
import { type Types, conditionIn } from './types.ts';

/** Where the objects of an entity fetch are: names of fields, and `@` for every item of a list. */
export type Place = readonly string[];

/** An object and where it hangs, so that another one can take its place. */
export type Visit = (object: Json, holder: Json, key: string | number) => void;

/**
 * Finds every object at a place once for each object or list that holds it.
 * @param isTree no object is held twice: then nobody has to watch out for that.
 */
export const visitPlace = (root: Json, place: Place, isTree: boolean, visit: Visit) => {
  let holders: Iterable<Json> = [root];
  const deepest = place.length - 1;
  for (let at = 0; at < deepest; at++) holders = below(holders, place[at] ?? '', isTree);
  const last = place[deepest];
  if (last === undefined) return;
  for (const holder of holders) {
    if (last === '@') {
      visitItems(holder, visit);
      continue;
    }
    const item = holder[last];
    if (isJson(item)) visit(item, holder, last);
  }
};

const visitItems = (holder: Json, visit: Visit) => {
  const items = itemsOf(holder);
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (isJson(item)) visit(item, holder, at);
  }
};

const below = (holders: Iterable<Json>, step: string, isTree: boolean): Iterable<Json> => {
  const list: Json[] = [];
  const set = isTree ? null : new Set<Json>();
  const take = (item: Json) => (set ? set.add(item) : list.push(item));
  for (const holder of holders) {
    if (step !== '@') {
      const item = holder[step];
      if (isContainer(item)) take(item);
      continue;
    }
    for (const item of itemsOf(holder)) if (isContainer(item)) take(item);
  }
  return set ?? list;
};

/** A list is an object whose keys are numbers. */
const itemsOf = (holder: unknown): readonly unknown[] => (Array.isArray(holder) ? holder : []);

/** Gives the values of an answer the names that they are known by here, where the planner had to choose others. */
export const renameKeys = (value: unknown, rewrites: readonly FetchDataRewrite[], types: Types) => {
  for (const each of rewrites) if (each.kind === 'KeyRenamer') rename(value, each.path, each.renameKeyTo, types);
};

const rename = (value: unknown, path: readonly string[], name: string, types: Types): void => {
  if (Array.isArray(value)) {
    for (const item of value) rename(item, path, name, types);
    return;
  }
  if (!isJson(value)) return;
  const [step = '', ...rest] = path;
  const condition = conditionIn(step);
  if (condition === null) renameIn(value, step, rest, name, types);
  else if (isOfType(value, condition, types)) rename(value, rest, name, types);
};

const renameIn = (value: Json, step: string, rest: readonly string[], name: string, types: Types) => {
  if (rest.length > 0) {
    rename(own(value, step), rest, name, types);
    return;
  }
  if (!Object.hasOwn(value, step)) return;
  value[name] = value[step];
  Reflect.deleteProperty(value, step);
};

const isOfType = ({ __typename: typename }: Json, condition: string, types: Types) =>
  typeof typename !== 'string' || types.fits(typename, condition);
