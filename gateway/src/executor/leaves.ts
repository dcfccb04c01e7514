import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

import { type Writing, report } from './writing.ts';

/** Writes a value that is there; null when it cannot stand there, and then an error says why. */
export type Write = (value: unknown, writing: Writing) => string | null;

/** JSON of a scalar or an enum, refusing and coercing as graphql-js does. */
export const leafWriter = (type: GraphQLLeafType): Write => {
  const checked = serialized(type);
  if (isEnumType(type)) return enumWriter(new Map(type.getValues().map(({ name }) => [name, `"${name}"`])), checked);
  if (!isSpecifiedScalarType(type)) return (value) => JSON.stringify(value);
  const quick = QUICK[type.name];
  return quick ? (value, writing) => quick(value) ?? checked(value, writing) : checked;
};

/** Up to here a look at each letter is cheaper than a call of JSON.stringify. */
const SHORT = 8;
const [FIRST_PRINTABLE, QUOTE, BACKSLASH, LAST_ASCII] = [0x20, 0x22, 0x5c, 0x7e];

/** JSON of a text. */
export const quoted = (text: string) => {
  if (text.length > SHORT) return JSON.stringify(text);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlain = code >= FIRST_PRINTABLE && code <= LAST_ASCII && code !== QUOTE && code !== BACKSLASH;
    if (!isPlain) return JSON.stringify(text);
  }
  return `"${text}"`;
};

/** The usual value of each scalar; null leaves it to graphql-js. */
const QUICK: Readonly<Record<string, (value: unknown) => string | null>> = {
  String: (value) => (typeof value === 'string' ? quoted(value) : null),
  ID: (value) => (typeof value === 'string' ? quoted(value) : null),
  Int: (value) => (typeof value === 'number' && (value | 0) === value ? String(value) : null),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : null),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
};

const enumWriter =
  (texts: ReadonlyMap<unknown, string>, checked: Write): Write =>
  (value, writing) =>
    texts.get(value) ?? checked(value, writing);

const serialized =
  (type: GraphQLLeafType): Write =>
  (value, writing) => {
    try {
      return JSON.stringify(type.serialize(value));
    } catch (error) {
      report(writing, error instanceof Error ? error.message : String(error));
      return null;
    }
  };
