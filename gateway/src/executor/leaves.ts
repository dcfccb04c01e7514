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
