import {
  GraphQLBoolean,
  type GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

import type { Json } from './execution.ts';

type Write = (value: unknown) => Json;

/** Writes values of a scalar or an enum; throws for what is none. */
export const leafWriterOf = (type: GraphQLLeafType): Write => {
  const slow = serializing(type);
  if (isEnumType(type)) return writeEnum(type, slow);
  const isPlain = PLAIN.get(type);
  return isPlain ? (value) => (isPlain(value) ? jsonOf(value) : slow(value)) : slow;
};

const INT_MAX = 2_147_483_647;
const isText = (value: unknown) => typeof value === 'string';
/** Values that are written as they are, without a look at what else a scalar takes for one of its own. */
const PLAIN: ReadonlyMap<GraphQLLeafType, (value: unknown) => boolean> = new Map<
  GraphQLLeafType,
  (value: unknown) => boolean
>([
  [GraphQLString, isText],
  [GraphQLID, isText],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLFloat, Number.isFinite],
  [GraphQLInt, (value) => Number.isInteger(value) && Math.abs(Number(value)) <= INT_MAX],
]);

/** Quotes, backslashes, control characters and halves of pairs need escaping; hardly any text has them. */
const NEEDS_ESCAPING = /["\\\p{Cc}\p{Cs}]/u;

const jsonOf = (value: unknown): Json => {
  if (typeof value === 'string') return NEEDS_ESCAPING.test(value) ? JSON.stringify(value) : `"${value}"`;
  return String(value);
};

const serializing =
  (type: GraphQLLeafType): Write =>
  (value) => {
    const written: unknown = type.serialize(value);
    if (written === undefined || written === null) {
      throw new Error(`${type.name} made nothing of a value that is not null.`);
    }
    return JSON.stringify(written);
  };

const writeEnum = (type: GraphQLEnumType, slow: Write): Write => {
  const names = new Map<unknown, Json>(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
  return (value) => names.get(value) ?? slow(value);
};
