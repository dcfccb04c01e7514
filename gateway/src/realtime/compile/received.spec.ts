import { newId } from '@crm/kernel';
import { buildSchema, graphql, parse, validate } from 'graphql';

import type { ChangeField } from '../schema/fields.ts';
import { createCompile } from './compile.ts';
import type { Question, Reply } from './compiled.ts';

const schema = buildSchema(`
  type Notification { id: ID!  kind: String!  version: Int!  needed: String!  broken(first: Int): String }
  type Query { notification(id: ID!): Notification }
  type Subscription { notificationReceived: Notification! }`);

const field: ChangeField = {
  name: 'notificationReceived',
  topic: 'topic',
  type: 'Notification',
  read: 'notification',
  watches: 'received',
  addressed: { event: 'told', to: 'recipientId' },
};
const compile = createCompile({ schema, fields: new Map([['notificationReceived', [field]]]) });
const id = newId('Notification');

/** Answers as the graph would; a question that does not validate is a defect of ours. */
const ask = async ({ query, variables }: Question): Promise<Reply> => {
  expect(validate(schema, parse(query))).toEqual([]);
  const broken = () => {
    throw new Error('broken');
  };
  const known = { id, kind: 'LEAD_ASSIGNED', version: 2, needed: broken, broken };
  const rootValue = { notification: ({ id: wanted }: { id: string }) => (wanted === id ? known : null) };
  const { data, errors } = await graphql({ schema, source: query, rootValue, variableValues: variables });
  return { data: data ?? null, errors: errors?.map((each) => each.toJSON()) };
};

const waitFor = (query: string, variables: object = {}) => {
  const compiled = compile(query, undefined);
  const wait = compiled.ok ? compiled.value.wait({ ...variables }) : compiled;
  if (!wait.ok) throw new Error(JSON.stringify(wait.refusal));
  return wait.value;
};
const told = async (query: string, about: string = id) => {
  const wait = waitFor(query);
  return wait.answerOf(await ask(wait.question(about)), { id: about, isNew: true });
};

describe('a subscription to what is addressed to the one who asks', () => {
  it('is answered in its own words', async () => {
    const query = `subscription ($first: Int = 1) { news: notificationReceived { ...All } }
      fragment All on Notification { what: kind broken(first: $first) }`;
    expect(await told(query)).toMatchObject({
      kind: 'there',
      version: 2,
      result: {
        data: { news: { what: 'LEAD_ASSIGNED', broken: null } },
        errors: [{ path: ['news', 'broken'] }],
      },
    });
  });

  it('is never null: what cannot be shown empties the answer', async () => {
    expect(await told('subscription { notificationReceived { needed } }')).toMatchObject({
      kind: 'there',
      result: { data: null, errors: [{ path: ['notificationReceived', 'needed'] }] },
    });
  });

  it('tells nothing of what is not there, nor that it has gone', async () => {
    const query = 'subscription { notificationReceived { id } }';
    expect(await told(query, newId('Notification'))).toEqual({ kind: 'absent' });
    expect(waitFor(query)).toMatchObject({ id: null, removal: null });
  });

  it('begins with whether such a query is allowed', async () => {
    const wait = waitFor('subscription { notificationReceived { id } }');
    expect(wait.openedWith(await ask(wait.opening))).toEqual({ ok: true, value: [] });
    const errors = [{ message: 'no', extensions: { code: 'FORBIDDEN' } }];
    expect(wait.openedWith({ data: null, errors })).toEqual({ ok: false, refusal: { status: 400, errors } });
  });

  it('takes variables that are what they should be', () => {
    const query = 'subscription ($first: Int!) { notificationReceived { broken(first: $first) } }';
    const compiled = compile(query, undefined);
    expect(compiled.ok && compiled.value.wait({ first: 'one' })).toMatchObject({
      refusal: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });
});
