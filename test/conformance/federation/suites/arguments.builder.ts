import { type Row, type Suite, known, subgraph } from '../suite.builder.ts';

type WithComments = Row & { readonly comments: readonly { readonly text: string }[] };

const COMMENTS = ['a', 'b', 'c', 'd'].map((text) => ({ text }));
const firstComments = (_: unknown, { limit }: { limit: number }) => COMMENTS.slice(0, limit);
const lastComment = ({ comments }: WithComments) => comments.at(-1)?.text ?? null;

/** What a field is made of is asked with arguments, while the client asks the same with others. */
export const withArguments: Suite = {
  name: 'requires: with arguments',
  subgraphs: [
    subgraph(
      'posts',
      'type Query { post: Post } type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment!]! } type Comment { text: String }',
      {
        Query: { post: () => ({ id: '1' }) },
        Post: { ...known, comments: firstComments },
      },
    ),
    subgraph(
      'authors',
      `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment!]! @external third: String @requires(fields: "comments(limit: 3) { text }") }
      type Comment { text: String @external }`,
      { Post: { ...known, third: lastComment } },
    ),
    subgraph(
      'readers',
      `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment!]! @external second: String @requires(fields: "comments(limit: 2) { text }") }
      type Comment { text: String @external }`,
      { Post: { ...known, second: lastComment } },
    ),
  ],
  cases: [
    { title: 'alone', ask: '{ post { third } }', data: { post: { third: 'c' } } },
    {
      title: 'the client with the same',
      ask: '{ post { comments(limit: 3) { text } third } }',
      data: { post: { comments: COMMENTS.slice(0, 3), third: 'c' } },
    },
    {
      title: 'the client with others',
      ask: '{ post { comments(limit: 1) { text } third } }',
      data: { post: { comments: [{ text: 'a' }], third: 'c' } },
      wrong: ['stock'],
    },
    {
      title: 'the client with others, from a variable',
      ask: 'query ($n: Int!) { post { third comments(limit: $n) { text } } }',
      variables: { n: 1 },
      data: { post: { third: 'c', comments: [{ text: 'a' }] } },
      wrong: ['stock'],
    },
    {
      title: 'two fields with different ones',
      ask: '{ post { third second } }',
      data: { post: { third: 'c', second: 'b' } },
      wrong: ['stock', 'ours'],
    },
  ],
};
