import { buildSchema, parse } from 'graphql';

import { defaultsFiller } from './variable-defaults.ts';

const schema = buildSchema(`
  type Query { find(filter: Filter, all: [Filter!]): Int }
  input Filter { kind: Kind! = BIG tags: [String!]! = ["a"] inner: Filter limit: Int = 5 name: String }
  enum Kind { BIG SMALL }
`);

const fill = defaultsFiller(
  schema,
  parse('query ($f: Filter, $all: [Filter!], $n: Int) { find(filter: $f, all: $all) }'),
  undefined,
);

describe('variables', () => {
  it('get the defaults of input fields that were left out, at any depth', () => {
    expect(fill({ f: { inner: { kind: 'SMALL' } } })).toEqual({
      f: { kind: 'BIG', tags: ['a'], limit: 5, inner: { kind: 'SMALL', tags: ['a'], limit: 5 } },
    });
  });

  it('get them in lists, also in a single value that stands for a list', () => {
    expect(fill({ all: { name: 'x' } })).toEqual({ all: { name: 'x', kind: 'BIG', tags: ['a'], limit: 5 } });
  });

  it('stay null where null was said, and absent where nothing was', () => {
    expect(fill({ f: null, n: 1 })).toEqual({ f: null, n: 1 });
    expect(fill({ f: { limit: null } })).toMatchObject({ f: { limit: null } });
  });
});
