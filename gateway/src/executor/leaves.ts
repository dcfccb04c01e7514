import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

import type { JsonBytes } from './json-bytes.ts';
import { type Writing, report } from './writing.ts';

/** Writes a value that is there; false, and nothing written, when it cannot stand there: then an error says why. */
export type Write = (value: unknown, writing: Writing) => boolean;

/** JSON of a scalar or an enum, refusing and coercing as graphql-js does. */
export const leafWriter = (type: GraphQLLeafType): Write => {
  const checked = serialized(type);
  if (isEnumType(type)) {
    return enumWriter(new Map(type.getValues().map(({ name }) => [name, Buffer.from(`"${name}"`)])), checked);
  }
  if (!isSpecifiedScalarType(type)) return writeJson;
  const quick = QUICK[type.name];
  return quick ? (value, writing) => quick(value, writing.out) || checked(value, writing) : checked;
};

/** Writes a value that came as JSON as it came. */
export const writeJson: Write = (value, { out }) => {
  out.json(JSON.stringify(value));
  return true;
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

const [TRUE, FALSE] = [Buffer.from('true'), Buffer.from('false')];

const quickText = (value: unknown, out: JsonBytes) => {
  if (typeof value !== 'string') return false;
  out.text(value);
  return true;
};

/** Writes the usual value of each scalar; false leaves it to graphql-js. */
const QUICK: Readonly<Record<string, (value: unknown, out: JsonBytes) => boolean>> = {
  String: quickText,
  ID: quickText,
  Int: (value, out) => {
    if (typeof value !== 'number' || (value | 0) !== value) return false;
    out.integer(value);
    return true;
  },
  Float: (value, out) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    out.json(String(value));
    return true;
  },
  Boolean: (value, out) => {
    if (typeof value !== 'boolean') return false;
    out.bytes(value ? TRUE : FALSE);
    return true;
  },
};

const enumWriter =
  (names: ReadonlyMap<unknown, Buffer>, checked: Write): Write =>
  (value, writing) => {
    const name = names.get(value);
    if (!name) return checked(value, writing);
    writing.out.bytes(name);
    return true;
  };

const serialized =
  (type: GraphQLLeafType): Write =>
  (value, writing) => {
    let given: unknown;
    try {
      given = type.serialize(value);
    } catch (error) {
      report(writing, error instanceof Error ? error.message : String(error));
      return false;
    }
    return writeJson(given, writing);
  };
