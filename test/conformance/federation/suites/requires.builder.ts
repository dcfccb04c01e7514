import { type Suite, entity, known, subgraph } from '../suite.builder.ts';

const GOODS = [
  { id: 'g1', name: 'Fork', price: 100, weight: 2 },
  { id: 'g2', name: 'Mast', price: 900, weight: 70 },
  { id: 'g3', name: 'Seat', price: null, weight: 9 },
];
const ids = GOODS.map(({ id }) => ({ id }));

/** A field that is made of another's field, one more that is made of that, and so on. */
export const chains: Suite = {
  name: 'requires: chains',
  subgraphs: [
    subgraph(
      'goods',
      'type Query { goods: [Good!] } type Good @key(fields: "id") { id: ID! name: String price: Int weight: Int }',
      {
        Query: { goods: () => GOODS },
        Good: entity(GOODS, 'id'),
      },
    ),
    subgraph(
      'freight',
      'type Good @key(fields: "id") { id: ID! price: Int @external weight: Int @external freight: Int @requires(fields: "price weight") }',
      {
        Good: {
          ...known,
          freight: ({ price, weight }: { price: number | null; weight: number }) =>
            price === null ? null : price > 500 ? 0 : weight * 3,
        },
      },
    ),
    subgraph(
      'offers',
      'type Good @key(fields: "id") { id: ID! freight: Int @external isFree: Boolean @requires(fields: "freight") label: String @requires(fields: "freight") }',
      {
        Good: {
          ...known,
          isFree: ({ freight }: { freight: number | null }) => (freight === null ? null : freight === 0),
          label: ({ freight }: { freight: number | null }) => `freight ${String(freight)}`,
        },
      },
    ),
  ],
  cases: [
    {
      title: 'one step',
      ask: '{ goods { freight } }',
      data: { goods: [{ freight: 6 }, { freight: 0 }, { freight: null }] },
    },
    {
      title: 'two steps',
      ask: '{ goods { isFree } }',
      data: { goods: [{ isFree: false }, { isFree: true }, { isFree: null }] },
    },
    {
      title: 'two of one step',
      ask: '{ goods { label isFree id } }',
      data: {
        goods: [
          { label: 'freight 6', isFree: false, id: 'g1' },
          { label: 'freight 0', isFree: true, id: 'g2' },
          { label: 'freight null', isFree: null, id: 'g3' },
        ],
      },
    },
    {
      title: 'every step asked for as well',
      ask: '{ goods { price weight freight isFree } }',
      data: {
        goods: [
          { price: 100, weight: 2, freight: 6, isFree: false },
          { price: 900, weight: 70, freight: 0, isFree: true },
          { price: null, weight: 9, freight: null, isFree: null },
        ],
      },
    },
    {
      title: 'under other names',
      ask: '{ goods { price: name a: freight freight: isFree } }',
      data: {
        goods: [
          { price: 'Fork', a: 6, freight: false },
          { price: 'Mast', a: 0, freight: true },
          { price: 'Seat', a: null, freight: null },
        ],
      },
    },
    {
      title: 'only when it is wanted',
      ask: 'query ($no: Boolean!) { goods { id isFree @include(if: $no) } }',
      variables: { no: false },
      data: { goods: ids },
    },
  ],
};

/** What a field is made of has arguments, or fields within. */
export const nested: Suite = {
  name: 'requires: fields within',
  subgraphs: [
    subgraph(
      'parcels',
      `type Query { parcel: Parcel } type Parcel @key(fields: "id") { id: ID! box: Box! stops: [Stop!]! }
      type Box { side: Int cover: Cover! } type Cover { colour: String } type Stop { town: String hours: Int }`,
      {
        Query: { parcel: () => PARCEL },
        Parcel: { __resolveReference: () => PARCEL },
      },
    ),
    subgraph(
      'prices',
      `type Parcel @key(fields: "id") { id: ID! box: Box! @external stops: [Stop!]! @external
        volume: Int @requires(fields: "box { side }") paint: String @requires(fields: "box { cover { colour } }") duration: Int @requires(fields: "stops { hours }") }
      type Box { side: Int @external cover: Cover! @external } type Cover { colour: String @external } type Stop { hours: Int @external }`,
      {
        Parcel: {
          ...known,
          volume: ({ box }: { box: { side: number } }) => box.side ** 3,
          paint: ({ box }: { box: { cover: { colour: string } } }) => `paint it ${box.cover.colour}`,
          duration: ({ stops }: { stops: readonly { hours: number }[] }) =>
            stops.reduce((sum, { hours }) => sum + hours, 0),
        },
      },
    ),
  ],
  cases: [
    { title: 'of an object', ask: '{ parcel { volume } }', data: { parcel: { volume: 8 } } },
    { title: 'of an object in an object', ask: '{ parcel { paint } }', data: { parcel: { paint: 'paint it red' } } },
    { title: 'of a list', ask: '{ parcel { duration } }', data: { parcel: { duration: 7 } } },
    {
      title: 'beside other fields of the same object',
      ask: '{ parcel { box { cover { colour } } volume duration stops { town } } }',
      data: {
        parcel: {
          box: { cover: { colour: 'red' } },
          volume: 8,
          duration: 7,
          stops: [{ town: 'Wuhu' }, { town: 'Hefei' }],
        },
      },
    },
    {
      title: 'under the names of others',
      ask: '{ parcel { stops: paint box: volume } }',
      data: { parcel: { stops: 'paint it red', box: 8 } },
    },
  ],
};
const PARCEL = {
  id: 'p',
  box: { side: 2, cover: { colour: 'red' } },
  stops: [
    { town: 'Wuhu', hours: 3 },
    { town: 'Hefei', hours: 4 },
  ],
};
