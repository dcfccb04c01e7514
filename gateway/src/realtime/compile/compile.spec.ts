import { newId } from '@crm/kernel';
import { buildSchema, graphql, parse, validate } from 'graphql';

import type { ChangeFields } from '../schema/fields.ts';
import { createCompile } from './compile.ts';
import type { Question, Reply, Wait } from './compiled.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Customer implements Node { id: ID!  name: String!  version: Int!  tags(first: Int): [String!]!  broken: String  needed: String! }
  input IdFilter { eq: ID  in: [ID!] }
  input CustomerFilter { and: [CustomerFilter!]  id: IdFilter  name: String }
  type CustomerConnection { nodes: [Customer!]! }
  type Query { customer(id: ID!): Customer  customers(first: Int, filter: CustomerFilter): CustomerConnection! }
  enum ChangeKind { CREATED UPDATED REMOVED }
  type CustomerChange { kind: ChangeKind!  id: ID!  customer: Customer }
  type Subscription { customerChanged(id: ID!): Customer  customersChanged(filter: CustomerFilter): CustomerChange! }`);

const shared = { topic: 'topic', type: 'Customer' };
const fields: ChangeFields = new Map([
  ['customerChanged', [{ name: 'customerChanged', ...shared, read: 'customer', watches: 'one', as: null }]],
  ['customersChanged', [{ name: 'customersChanged', ...shared, read: 'customers', watches: 'many' }]],
]);
const compile = createCompile({ schema, fields });

const id = newId('Customer');
const broken = () => {
  throw new Error('broken');
};
const acme = {
  id,
  name: 'Acme',
  version: 7,
  tags: ({ first }: { first: number }) => ['a', 'b', 'c'].slice(0, first),
  broken,
  needed: broken,
};

type Filter = { readonly and?: readonly Filter[]; readonly id?: { readonly eq?: string }; readonly name?: string };
const passes = ({ and = [], id: wanted, name }: Filter): boolean =>
  (wanted === undefined || wanted.eq === id) && (name ?? 'Acme') === 'Acme' && and.every(passes);

/** Answers as the graph would; a question that does not validate is a defect of ours. */
const ask = async ({ query, variables }: Question): Promise<Reply> => {
  expect(validate(schema, parse(query))).toEqual([]);
  const rootValue = {
    customer: ({ id: wanted }: { id: string }) => (wanted === id ? acme : null),
    customers: ({ filter }: { filter?: Filter }) => ({ nodes: passes(filter ?? {}) ? [acme] : [] }),
  };
  const { data, errors } = await graphql({ schema, source: query, rootValue, variableValues: variables });
  return { data: data ?? null, errors: errors?.map((each) => each.toJSON()) };
};

const waitFor = (query: string, variables: object = {}): Wait => {
  const compiled = compile(query, undefined);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal));
  const wait = compiled.value.wait({ ...variables });
  if (!wait.ok) throw new Error(JSON.stringify(wait.refusal));
  return wait.value;
};

const told = async (query: string, variables: object = {}, isNew = false) => {
  const wait = waitFor(query, variables);
  return wait.answerOf(await ask(wait.question(id)), { id, isNew });
};

describe('a subscription to one record', () => {
  it('is answered in its own words: aliases, fragments, variables, conditions', async () => {
    const query = `subscription News($id: ID!, $first: Int = 2, $no: Boolean = false) {
      news: customerChanged(id: $id) { ...Some called: name @skip(if: $no) version @include(if: $no) } }
      fragment Some on Customer { id tags(first: $first) ... on Node { __typename } }`;
    expect(await told(query, { id })).toEqual({
      kind: 'there',
      version: 7,
      result: { data: { news: { id, tags: ['a', 'b'], __typename: 'Customer', called: 'Acme' } } },
    });
  });

  it('is not disturbed by names that we use as well', async () => {
    const query = `subscription ($changedId: ID!, $changedVersion: Int) {
      customerChanged(id: $changedId) { changedVersion: name changedId: tags(first: $changedVersion) } }`;
    const { result } = { result: null, ...(await told(query, { changedId: id, changedVersion: 1 })) };
    expect(result).toEqual({ data: { customerChanged: { changedVersion: 'Acme', changedId: ['a'] } } });
  });

  it('tells a record that is not there from one that cannot be read whole', async () => {
    const wait = waitFor('subscription ($id: ID!) { customerChanged(id: $id) { needed } }', { id });
    expect(wait.answerOf({ data: { customerChanged: null } }, { id, isNew: false })).toEqual({ kind: 'absent' });
    expect(await told('subscription ($id: ID!) { customerChanged(id: $id) { needed } }', { id })).toMatchObject({
      kind: 'there',
      result: { data: { customerChanged: null }, errors: [{ path: ['customerChanged', 'needed'] }] },
    });
    const errors = [{ message: 'away', path: ['customerChanged'], extensions: { code: 'SERVICE_UNAVAILABLE' } }];
    const failed = wait.answerOf({ data: { customerChanged: null }, errors }, { id, isNew: false });
    expect(failed).toMatchObject({ kind: 'failed', isPassing: true, refused: { status: 503 } });
  });

  it('wants the id of such a record', () => {
    const compiled = compile('subscription ($id: ID!) { customerChanged(id: $id) { id } }', undefined);
    const lead = newId('Lead');
    expect(compiled.ok && compiled.value.wait({ id: lead })).toMatchObject({
      refusal: { errors: [{ extensions: { code: 'WRONG_ID', expected: 'Customer', actual: 'Lead' } }] },
    });
    expect(compiled.ok && compiled.value.wait({})).toMatchObject({
      refusal: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });
});

describe('a subscription to a list', () => {
  const QUERY = `subscription ($filter: CustomerFilter, $first: Int, $no: Boolean!) {
    news: customersChanged(filter: $filter) {
      __typename what: kind ...Change
      short: customer { id } left: customer @include(if: $no) { name } } }
    fragment Change on CustomerChange { id customer { name broken tags(first: $first) } }`;

  it('is answered in its own words, with places of errors as the client sees them', async () => {
    const answer = await told(QUERY, { filter: { name: 'Acme' }, first: 1, no: false }, true);
    const customer = { name: 'Acme', broken: null, tags: ['a'] };
    expect(answer).toMatchObject({
      kind: 'there',
      version: 7,
      result: {
        data: { news: { __typename: 'CustomerChange', what: 'CREATED', id, customer, short: { id } } },
        errors: [{ path: ['news', 'customer', 'broken'] }],
      },
    });
    expect(JSON.stringify(answer)).not.toContain('left');
  });

  it.each([
    [false, { id }],
    [true, { id, name: 'Acme', tags: ['a'] }],
  ])('has of a record that is written in pieces those that are to be included: %s', async (some, customer) => {
    const query = `subscription ($some: Boolean!) {
      customersChanged { customer { id } customer @include(if: $some) { name } ...Tags @include(if: $some) } }
      fragment Tags on CustomerChange { customer { tags(first: 1) } }`;
    const result = { data: { customersChanged: { customer } } };
    expect(await told(query, { some })).toEqual({ kind: 'there', version: 7, result });
  });

  it('hears nothing of a record that does not pass the filter', async () => {
    expect(await told(QUERY, { filter: { name: 'Other' }, no: false })).toEqual({ kind: 'absent' });
  });

  it('takes a filter that is written in the document, or none at all', async () => {
    const written = 'subscription { customersChanged(filter: { and: [{ name: "Acme" }] }) { kind } }';
    const none = 'subscription { customersChanged { kind } }';
    for (const query of [written, none]) {
      expect(await told(query)).toMatchObject({ result: { data: { customersChanged: { kind: 'UPDATED' } } } });
    }
  });

  it('begins with the records that pass already, and asks for its selection once', async () => {
    const wait = waitFor(QUERY, { filter: { name: 'Acme' }, first: 1, no: false });
    expect(wait.opening.query).toContain('tags(first: $first)');
    expect(wait.openedWith(await ask(wait.opening))).toEqual({ ok: true, value: [id] });
    const errors = [{ message: 'no', extensions: { code: 'FORBIDDEN' } }];
    expect(wait.openedWith({ data: null, errors })).toEqual({ ok: false, refusal: { status: 400, errors } });
  });

  it('tells of a removal without asking anybody', () => {
    const wait = waitFor(QUERY, { no: true });
    expect(wait.removal?.(id)).toEqual({
      news: { __typename: 'CustomerChange', what: 'REMOVED', id, customer: null, short: null, left: null },
    });
  });
});

describe('what is no subscription of ours', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', 'subscription {'],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { customersChanged { nothing } }'],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { a: customersChanged { id } b: customersChanged { id } }'],
    ['NOT_A_SUBSCRIPTION', '{ customers { nodes { id } } }'],
    [
      'OPERATION_RESOLUTION_FAILURE',
      'subscription A { customersChanged { id } } subscription B { customersChanged { id } }',
    ],
    ['CONDITIONAL_SUBSCRIPTION', 'subscription { ... @include(if: true) { customersChanged { id } } }'],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { __typename }'],
  ])('%s: %s', (code, query) => {
    expect(compile(query, undefined)).toMatchObject({ ok: false, refusal: { errors: [{ extensions: { code } }] } });
  });
});
