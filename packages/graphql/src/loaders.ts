import DataLoader from 'dataloader';

/**
 * Collects what one request asks for by key and fetches it at once. `fetch` gives the rows it finds, in any order;
 * a key without a row is null: missing or invisible look the same.
 */
export const loaderOf = <Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
) =>
  new DataLoader<string, Row | null>(async (keys) => {
    const found = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => found.get(key) ?? null);
  });

/** The same for lists: `fetch` gives all rows of all keys; each key gets its own, in the order given. */
export const listLoaderOf = <Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
) =>
  new DataLoader<string, readonly Row[]>(async (keys) => {
    const found = Map.groupBy(await fetch(keys), keyOf);
    return keys.map((key) => found.get(key) ?? []);
  });
