/** An object out of JSON. Its keys come from outside: read with `own`, never assigned blindly. */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that every object has without anybody giving them: a missing field of such a name must not find them. */
export const isInherited = (name: string) => name in Object.prototype;

export const own = (object: Json, name: string) => (Object.hasOwn(object, name) ? object[name] : undefined);

/** True for an object or a list, whose keys are numbers: what a later answer can add to. */
export const isContainer = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Adds what another subgraph knows to what is there already. Values move by reference, so what is shared stays shared.
 * Null never takes the place of a value: it says that this subgraph does not know. The name of an interface never takes
 * the place of an object's type name: a subgraph with an interface object knows no better.
 */
export const merge = (target: Json, source: Json, interfaceNames: ReadonlySet<string>) => {
  for (const key of Object.keys(source)) {
    // JSON can carry it as a key; assigning it would change the object's prototype.
    if (key === '__proto__') continue;
    const there = isInherited(key) ? own(target, key) : target[key];
    if (there === undefined) target[key] = source[key];
    else mergeValue(target, key, source[key], interfaceNames);
  }
};

const mergeValue = (target: Json, key: string, here: unknown, interfaceNames: ReadonlySet<string>) => {
  const there = target[key];
  if (isContainer(there) && isContainer(here)) mergeContainers(there, here, interfaceNames);
  else if (here !== null && !isLessTelling(key, here, interfaceNames)) target[key] = here;
};

const mergeContainers = (there: Json, here: Json, interfaceNames: ReadonlySet<string>) => {
  if (there === here) return;
  if (!Array.isArray(there) || !Array.isArray(here)) {
    merge(there, here, interfaceNames);
    return;
  }
  const [lefts, rights]: [unknown[], readonly unknown[]] = [there, here];
  for (let at = 0; at < Math.min(lefts.length, rights.length); at++) {
    const [left, right] = [lefts[at], rights[at]];
    if (isContainer(left) && isContainer(right)) mergeContainers(left, right, interfaceNames);
    else lefts[at] ??= right;
  }
};

const isLessTelling = (key: string, value: unknown, interfaceNames: ReadonlySet<string>) =>
  key === '__typename' && typeof value === 'string' && interfaceNames.has(value);
