import { type IdType, type Problem, type Result, accept, parseId, refuse, typeOfId } from '@crm/kernel';

import type { Id } from '@crm/kernel';

/** Which type a Node is: its id says so. */
export const nodeResolver = {
  // Which of the types a subgraph has, its own schema knows; graphql checks the name.
  Node: { __resolveType: ({ id }: { readonly id: string }) => typeOfId(id) as never },
};

/** Reads the ids of an input: each is refused by name when it identifies something else. */
export const idReader = () => {
  const problems: Problem[] = [];
  const read = <Kind extends IdType>(type: Kind, value: string, path: readonly string[]): Id<Kind> => {
    const id = parseId(type, value);
    if (!id) problems.push({ path, problem: 'not-an-id', expected: type, actual: typeOfId(value) });
    // When it is none, `result` refuses before anybody can use it.
    return id ?? (value as Id<Kind>);
  };
  return {
    id: read,
    /** Left out stays left out, null stays null. */
    optional: <Kind extends IdType, Nothing extends null | undefined>(
      type: Kind,
      value: string | Nothing,
      path: readonly string[],
    ): Id<Kind> | Nothing => (typeof value === 'string' ? read(type, value, path) : value),
    /** What was read, unless something was no such id. */
    result: <Value>(
      value: Value,
    ): Result<Value, { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] }> =>
      problems.length > 0 ? refuse({ kind: 'invalid-input', problems }) : accept(value),
  };
};
