import { ID_TYPES, type IdType } from './id-types.ts';

declare const kind: unique symbol;

/** A string that cannot be passed where another aggregate's id is expected. */
export type Id<Kind extends IdType> = string & { readonly [kind]: Kind };

/**
 * Trusts that `value` identifies a `Kind`: for values that come from our own database or a verified token.
 */
// The one place where a string becomes an id unchecked.
export const idOf = <Kind extends IdType>(value: string) => value as Id<Kind>;

// The entries of a constant of exactly these names.
const NAME_OF = new Map<number, IdType>(Object.entries(ID_TYPES).map(([name, code]) => [code, name as IdType]));
const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A new id: UUIDv7 (RFC 9562) whose 12 `rand_a` bits carry the type's code, so an id says what it identifies.
 * @param now milliseconds since 1970; ids sort by it.
 * @param random 8 random bytes; 62 of the 64 bits are used.
 */
export const newId = <Kind extends IdType>(
  type: Kind,
  now: number = Date.now(),
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(8)),
): Id<Kind> => {
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
  const time = now.toString(16).padStart(12, '0');
  const code = ID_TYPES[type].toString(16).padStart(3, '0');
  const clock = variant.toString(16) + tail.slice(2, 4);
  return idOf<Kind>(`${time.slice(0, 8)}-${time.slice(8)}-7${code}-${clock}-${tail.slice(4, 16)}`);
};

/** What an id identifies, without a look-up; null when it is not one of our ids. Lower case only: one id, one spelling. */
export const typeOfId = (value: string): IdType | null =>
  CANONICAL.test(value) ? (NAME_OF.get(Number.parseInt(value.slice(15, 18), 16)) ?? null) : null;

/** The id, when it identifies a `type`; null when it is malformed or identifies something else. */
export const parseId = <Kind extends IdType>(type: Kind, value: string): Id<Kind> | null =>
  typeOfId(value) === type ? idOf<Kind>(value) : null;
