import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

type TextScalar<Inside> = {
  readonly name: string;
  /** The value as resolvers see it, or null when the text is not one of these. */
  readonly read: (text: string) => Inside | null;
  readonly example: string;
};

const textScalar = <Inside>({ name, read, example }: TextScalar<Inside>) => {
  const parse = (value: unknown) => {
    const inside = typeof value === 'string' ? read(value) : null;
    if (inside !== null) return inside;
    throw new GraphQLError(`${name} is expected as text like "${example}".`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
  });
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d{1,30}(\.\d{1,12})?$/;

const readInstant = (text: string) => {
  // Date would read 30 February as 2 March: the day must survive the round trip.
  const instant = INSTANT.test(text) && readDay(text.slice(0, 10)) ? new Date(text) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant : null;
};

const readDay = (text: string) => {
  const day = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
};

const readLocale = (text: string) => {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return null;
  }
};

const KNOWN_CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const matching = (shape: RegExp) => (text: string) => (shape.test(text) ? text : null);

/** Resolvers of the scalars that every subgraph shares. Inside, a DateTime is a Date; all others are text. */
export const scalarResolvers = {
  DateTime: textScalar({ name: 'DateTime', read: readInstant, example: '2026-11-22T09:30:00Z' }),
  Date: textScalar({ name: 'Date', read: readDay, example: '2026-11-22' }),
  Decimal: textScalar({ name: 'Decimal', read: matching(DECIMAL), example: '1234.50' }),
  CurrencyCode: textScalar({
    name: 'CurrencyCode',
    read: (text) => (KNOWN_CURRENCIES.has(text) ? text : null),
    example: 'CNY',
  }),
  CountryCode: textScalar({ name: 'CountryCode', read: matching(/^[A-Z]{2}$/), example: 'CN' }),
  Locale: textScalar({ name: 'Locale', read: readLocale, example: 'zh-CN' }),
};
