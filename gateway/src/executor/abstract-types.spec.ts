import { type SubgraphModel, aFederation } from './fixtures/federation.builder.ts';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@shareable", "@provides", "@interfaceObject"])`;

const subgraph = (name: string, sdl: string, resolvers: object): SubgraphModel => ({
  name,
  sdl: `${FEDERATION} ${sdl}`,
  resolvers,
});
const asItIs = (reference: object) => reference;

describe('objects of several types in one place', () => {
  it('does not confuse values of one name and different kinds in different types', async () => {
    const { execute } = await aFederation([
      subgraph(
        'mixed',
        `type Query { found: [Found!]! } union Found = Man | Dog
          type Man @key(fields: "id") { id: ID! age: Int! tag: String }
          type Dog @key(fields: "id") { id: ID! age: String tag: [String!] }`,
        {
          Query: {
            found: () => [
              { __typename: 'Man', id: '1', age: 40, tag: 'x' },
              { __typename: 'Dog', id: '1', age: 'old', tag: ['y'] },
            ],
          },
        },
      ),
      subgraph('extra', 'type Man @key(fields: "id") { id: ID! job: String }', {
        Man: { __resolveReference: asItIs, job: () => 'smith' },
      }),
    ]);
    const { data } = await execute('{ found { ... on Man { a: age t: tag job } ... on Dog { b: age u: tag } } }');
    expect(data).toEqual({
      found: [
        { a: 40, t: 'x', job: 'smith' },
        { b: 'old', u: ['y'] },
      ],
    });
  });

  it('knows which object it is when a service only knows the interface', async () => {
    const { execute } = await aFederation([
      subgraph(
        'catalogue',
        `type Query { media: [Media!]! } interface Media @key(fields: "id") { id: ID! title: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
          type Film implements Media @key(fields: "id") { id: ID! title: String }`,
        {
          Query: {
            media: () => [
              { __typename: 'Book', id: '1', title: 'B', pages: 9 },
              { __typename: 'Film', id: '2', title: 'F' },
            ],
          },
          Media: {
            __resolveReference: ({ id }: { id: string }) => ({
              __typename: id === '1' ? 'Book' : 'Film',
              id,
              title: 'again',
            }),
          },
        },
      ),
      subgraph(
        'votes',
        'type Media @key(fields: "id") @interfaceObject { id: ID! votes: Int } type Query { best: Media }',
        {
          Query: { best: () => ({ id: '2' }) },
          Media: { __resolveReference: asItIs, votes: ({ id }: { id: string }) => Number(id) * 10 },
        },
      ),
    ]);
    const { data, errors } = await execute(
      '{ media { __typename votes ... on Book { pages } } best { __typename title votes } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      media: [
        { __typename: 'Book', votes: 10, pages: 9 },
        { __typename: 'Film', votes: 20 },
      ],
      best: { __typename: 'Film', title: 'again', votes: 20 },
    });
  });

  it('has a value where an object takes arguments that its interface does not know', async () => {
    const speak = ({ loud }: { loud?: boolean }) => (loud ? 'WOOF' : 'woof');
    const { execute } = await aFederation([
      subgraph(
        'zoo',
        `type Query { loudest: Animal } interface Animal { says: String }
          type Dog implements Animal @key(fields: "id") { id: ID! says(loud: Boolean): String }`,
        {
          Query: { loudest: () => ({ __typename: 'Dog', id: '1' }) },
          Dog: { says: (_: unknown, given: { loud?: boolean }) => speak(given) },
        },
      ),
      subgraph(
        'press',
        `type Dog @key(fields: "id") { id: ID! says(loud: Boolean): String @external
          headline: String @requires(fields: "says(loud: true)") }`,
        { Dog: { __resolveReference: asItIs, headline: ({ says }: { says: string }) => `Dog: ${says}` } },
      ),
    ]);
    const { data, errors } = await execute('{ loudest { says ... on Dog { says headline shout: says(loud: true) } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ loudest: { says: 'woof', headline: 'Dog: WOOF', shout: 'WOOF' } });
  });
});
