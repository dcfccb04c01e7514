import { type SubgraphModel, aFederation } from './fixtures/federation.builder.ts';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@shareable", "@provides", "@interfaceObject"])`;

const subgraph = (name: string, sdl: string, resolvers: object): SubgraphModel => ({
  name,
  sdl: `${FEDERATION} ${sdl}`,
  resolvers,
});
const asItIs = (reference: object) => reference;
const broken = (what: string) => () => {
  throw new Error(what);
};

describe('answers that are easily got wrong', () => {
  it('gives a field its own value when another one goes by its name', async () => {
    const { execute } = await aFederation([
      subgraph('old', 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! legacyId: ID a: String }', {
        Query: { thing: () => ({ id: 'new', legacyId: 'old', a: 'A' }) },
      }),
      subgraph('add', 'type Thing @key(fields: "id") { id: ID! b: String }', {
        Thing: { __resolveReference: asItIs, b: ({ id }: { id: string }) => `b of ${id}` },
      }),
    ]);
    const { data } = await execute('{ thing { id: legacyId legacyId a b } }');
    expect(data).toEqual({ thing: { id: 'old', legacyId: 'old', a: 'A', b: 'b of new' } });
  });

  it("gives the client's arguments to the client and a requirement's to the requirement", async () => {
    const comments = (_: unknown, { limit }: { limit: number }) =>
      Array.from({ length: limit }, (__, n) => `c${String(n)}`);
    const { execute } = await aFederation([
      subgraph(
        'posts',
        'type Query { post: Post } type Post @key(fields: "id") { id: ID! comments(limit: Int = 2): [String!] }',
        { Query: { post: () => ({ id: '1' }) }, Post: { __resolveReference: asItIs, comments } },
      ),
      subgraph(
        'authors',
        `type Post @key(fields: "id") { id: ID! comments(limit: Int = 2): [String!] @external
          digest: String @requires(fields: "comments(limit: 3)") }`,
        { Post: { __resolveReference: asItIs, digest: (post: { comments: string[] }) => post.comments.join('+') } },
      ),
    ]);
    const { data } = await execute('{ post { one: comments(limit: 1) digest comments all: comments(limit: 4) } }');
    expect(data).toEqual({
      post: { one: ['c0'], digest: 'c0+c1+c2', comments: ['c0', 'c1'], all: ['c0', 'c1', 'c2', 'c3'] },
    });
  });

  it('tells an error at every place the client reads the value, in the names the client gave', async () => {
    const { execute } = await aFederation([
      subgraph('list', 'type Query { things: [Thing!]! } type Thing @key(fields: "id") { id: ID! }', {
        Query: { things: () => [{ id: '1' }, { id: '2' }, { id: '1' }] },
      }),
      subgraph('part', 'type Thing @key(fields: "id") { id: ID! part: Part } type Part { worth: Int }', {
        Thing: { __resolveReference: asItIs, part: asItIs },
        Part: { worth: ({ id }: { id: string }) => (id === '1' ? broken('no worth')() : 2) },
      }),
    ]);
    const { data, errors } = await execute('{ all: things { p: part { w: worth v: worth } } }');
    const [none, some] = [{ p: { w: null, v: null } }, { p: { w: 2, v: 2 } }];
    expect(data).toEqual({ all: [none, some, none] });
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(
      ['all.0.p.v', 'all.0.p.w', 'all.2.p.v', 'all.2.p.w'].sort(),
    );
  });

  it('empties what cannot be without a value of another service, up to where it may be empty, and no more', async () => {
    const { execute } = await aFederation([
      subgraph('list', 'type Query { things: [Thing]! } type Thing @key(fields: "id") { id: ID! name: String }', {
        Query: {
          things: () => [
            { id: '1', name: 'one' },
            { id: '2', name: 'two' },
          ],
        },
      }),
      subgraph('price', 'type Thing @key(fields: "id") { id: ID! price: Int! }', {
        Thing: {
          __resolveReference: asItIs,
          price: ({ id }: { id: string }) => (id === '1' ? broken('no price')() : 5),
        },
      }),
    ]);
    const { data, errors } = await execute('{ things { name cost: price } }');
    expect(data).toEqual({ things: [null, { name: 'two', cost: 5 }] });
    expect(errors).toMatchObject([{ message: 'no price', path: ['things', 0, 'cost'] }]);
  });

  it('says of a value that others need why it is missing, though the client did not ask for it', async () => {
    const { execute } = await aFederation([
      subgraph('shop', 'type Query { ware: Ware } type Ware @key(fields: "id") { id: ID! weight: Int }', {
        Query: { ware: () => ({ id: '1' }) },
        Ware: { weight: broken('no scale') },
      }),
      subgraph(
        'post',
        'type Ware @key(fields: "id") { id: ID! weight: Int @external fee: String @requires(fields: "weight") }',
        {
          Ware: { __resolveReference: asItIs, fee: ({ weight }: { weight: number | null }) => `for ${String(weight)}` },
        },
      ),
    ]);
    const { data, errors } = await execute('{ ware { fee } }');
    expect(data).toEqual({ ware: { fee: 'for null' } });
    expect(errors).toMatchObject([{ message: 'no scale', path: ['ware'] }]);
  });

  it('keeps what failed under one name from emptying what is asked under another', async () => {
    const { execute } = await aFederation([
      subgraph('one', 'type Query { thing: Thing } type Thing { good: Int bad: Int! }', {
        Query: { thing: () => ({ good: 1 }) },
        Thing: { bad: broken('bad') },
      }),
    ]);
    const { data, errors } = await execute('{ a: thing { bad } b: thing { good } thing { good } }');
    expect(data).toEqual({ a: null, b: { good: 1 }, thing: { good: 1 } });
    expect(errors).toMatchObject([{ path: ['a', 'bad'] }]);
  });

  it('answers for a thing in two places, though a service is asked different things of each at once', async () => {
    const { execute } = await aFederation([
      subgraph('one', 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }', {
        Query: { thing: () => ({ id: '1' }) },
      }),
      subgraph('two', 'type Thing @key(fields: "id") { id: ID! a: Int b: Int }', {
        Thing: { __resolveReference: asItIs, a: () => 1, b: () => 2 },
      }),
      subgraph(
        'three',
        `type Thing @key(fields: "id") { id: ID! a: Int @external b: Int @external c: Int d: Int @requires(fields: "a b") }`,
        { Thing: { __resolveReference: asItIs, c: () => 3, d: ({ a, b }: { a: number; b: number }) => a + b } },
      ),
    ]);
    const { data, calls } = await execute('{ x: thing { d a id } y: thing { c b d } }');
    expect(data).toEqual({ x: { d: 3, a: 1, id: '1' }, y: { c: 3, b: 2, d: 3 } });
    expect(calls).toEqual(['one', 'two', 'three']);
  });
});
