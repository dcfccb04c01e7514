import type { Access } from './access.ts';

/**
 * A view of a record that is made once for each reader: resolvers ask for it field by field, and rules are looked up for
 * all fields each time. Neither record nor access may change afterwards.
 */
export const seenOnce = <Row extends object, Seen>(
  view: (row: Row, access: Access) => Seen,
): ((row: Row, access: Access) => Seen) => {
  const readers = new WeakMap<Access, WeakMap<Row, { readonly seen: Seen }>>();
  return (row, access) => {
    const rows = readers.get(access) ?? new WeakMap<Row, { readonly seen: Seen }>();
    readers.set(access, rows);
    const known = rows.get(row) ?? { seen: view(row, access) };
    rows.set(row, known);
    return known.seen;
  };
};
