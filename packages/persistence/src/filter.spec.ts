import { type FilterFields, type FilterInput, compileFilter } from './filter.ts';
import { sqlParams } from './sql.ts';

const FIELDS: FilterFields = {
  name: { kind: 'text', sql: 't.name', contains: (value) => `found(${value})` },
  kind: { kind: 'enum', sql: 't.kind' },
  createdAt: { kind: 'timestamptz', sql: 't.created_at' },
};

const compiled = (filter: FilterInput | null) => {
  const params = sqlParams();
  return { text: compileFilter(filter, FIELDS, params), values: params.values };
};

describe('a filter as SQL', () => {
  it.each<[FilterInput | null, string, unknown[]]>([
    [null, 'true', []],
    [{}, 'true', []],
    [{ name: { eq: 'x', in: null } }, '((t.name = $1::text))', ['x']],
    [{ kind: { in: ['A', 'B'] } }, '((t.kind = any($1::text[])))', [['A', 'B']]],
    [{ name: { isNull: true } }, '((t.name is null))', []],
    [{ name: { isNull: false } }, '((t.name is not null))', []],
    [{ name: { startsWith: 'x%' } }, '((t.name >= $1::text and t.name < $2::text))', ['x%', 'x%\u{10FFFF}']],
    [{ name: { contains: 'x' } }, '((found($1)))', ['x']],
    [
      { createdAt: { gte: 'a', lt: 'b' }, kind: { eq: 'A' } },
      '((t.created_at >= $1::timestamptz) and (t.created_at < $2::timestamptz)) and ((t.kind = $3::text))',
      ['a', 'b', 'A'],
    ],
    [{ or: [{ kind: { eq: 'A' } }, {}] }, '((((t.kind = $1::text))) or (true))', ['A']],
    [{ or: [] }, '(false)', []],
    [{ and: [] }, '(true)', []],
    [{ not: { kind: { eq: 'A' } } }, '(not coalesce(((t.kind = $1::text)), false))', ['A']],
  ])('%j', (filter, text, values) => {
    expect(compiled(filter)).toEqual({ text, values });
  });

  it('never carries a value in its text', () => {
    expect(compiled({ name: { eq: `'; drop table t; --` } }).text).not.toContain('drop');
  });

  it('finds everything that has a text when a part of it is asked for that is nothing', () => {
    expect(compiled({ name: { contains: ' \u3000' } })).toEqual({ text: '((t.name is not null))', values: [] });
  });

  it.each<[FilterInput, string]>([
    [{ colour: { eq: 'x' } }, 'no filter field "colour"'],
    [{ name: { like: 'x' } }, 'no comparison "like"'],
    [{ kind: { contains: 'x' } }, '"contains" is not offered for t.kind'],
  ])('is a bug when the schema promises what the list cannot do: %j', (filter, message) => {
    expect(() => compiled(filter)).toThrow(message);
  });
});
