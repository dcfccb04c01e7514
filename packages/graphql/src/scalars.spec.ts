import { GraphQLError, Kind } from 'graphql';

import { scalarResolvers } from './scalars.ts';

type Name = keyof typeof scalarResolvers;

const GOOD: readonly [Name, string, unknown][] = [
  ['DateTime', '2026-11-22T09:30:00Z', new Date('2026-11-22T09:30:00Z')],
  ['DateTime', '2026-11-22T17:30:00.5+08:00', new Date('2026-11-22T09:30:00.500Z')],
  ['DateTime', '2024-02-29T00:00Z', new Date('2024-02-29T00:00:00Z')],
  ['Date', '2026-11-22', '2026-11-22'],
  ['Date', '2024-02-29', '2024-02-29'],
  ['Decimal', '-1234.50', '-1234.50'],
  ['Decimal', '9007199254740993', '9007199254740993'],
  ['CurrencyCode', 'CNY', 'CNY'],
  ['CountryCode', 'CN', 'CN'],
  ['Locale', 'zh-cn', 'zh-CN'],
];

const BAD: readonly [Name, unknown][] = [
  ...[
    '2026-11-22',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T09:30:00',
    'now',
    0,
    null,
  ].map((bad): [Name, unknown] => ['DateTime', bad]),
  ...['2026-02-30', '2026-13-01', '22.11.2026', '2026-11-22T00:00:00Z', '', 20261122].map((bad): [Name, unknown] => [
    'Date',
    bad,
  ]),
  ...['1e5', 'NaN', '1,5', '.5', '5.', ' 1', '1'.repeat(31), '0.1234567890123', 1.5].map((bad): [Name, unknown] => [
    'Decimal',
    bad,
  ]),
  ...['cny', 'XYZ', '', 'CNYY'].map((bad): [Name, unknown] => ['CurrencyCode', bad]),
  ...['cn', 'CHN', '', '86'].map((bad): [Name, unknown] => ['CountryCode', bad]),
  ...['', 'zh_CN', '-', 'a'].map((bad): [Name, unknown] => ['Locale', bad]),
];

describe('a scalar', () => {
  it.each(GOOD)('%s takes %j, in a variable and in the document', (name, text, inside) => {
    expect(scalarResolvers[name].parseValue(text)).toEqual(inside);
    expect(scalarResolvers[name].parseLiteral({ kind: Kind.STRING, value: text }, {})).toEqual(inside);
  });

  it.each(BAD)('%s refuses %j as the client’s mistake, with an example of what it takes', (name, value) => {
    const reading = () => scalarResolvers[name].parseValue(value);
    expect(reading).toThrow(GraphQLError);
    expect(reading).toThrow(new RegExp(`^${name} is expected as text like "`));
  });

  it('refuses a number written in the document, since it may have lost digits', () => {
    expect(() => scalarResolvers.Decimal.parseLiteral({ kind: Kind.FLOAT, value: '1.5' }, {})).toThrow(
      'Decimal is expected',
    );
  });

  it('answers an instant in UTC', () => {
    expect(scalarResolvers.DateTime.serialize(new Date('2026-11-22T17:30:00+08:00'))).toBe('2026-11-22T09:30:00.000Z');
    expect(scalarResolvers.Decimal.serialize('1.50')).toBe('1.50');
  });
});
