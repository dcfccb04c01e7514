import { newId } from '@crm/kernel';
import { buildSchema, graphql, parse, validate } from 'graphql';

import type { ChangeField } from '../schema/fields.ts';
import { createCompile } from './compile.ts';
import type { Question, Reply, Wait } from './compiled.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  interface Job implements Node { id: ID!  progress: Progress! }
  type Progress { state: State!  done: Int! }
  enum State { RUNNING SUCCEEDED FAILED CANCELLED }
  type PersonalDataErasure implements Node & Job { id: ID!  progress: Progress!  reason: String }
  type Lead implements Node & Job { id: ID!  progress: Progress!  version: Int!  name: String }
  type Query { personalDataErasure(id: ID!): PersonalDataErasure  lead(id: ID!): Lead }
  type Subscription { jobProgress(id: ID!): Job }`);

const source = (type: string, read: string, topic: string): ChangeField => ({
  name: 'jobProgress',
  topic,
  type,
  read,
  watches: 'one',
  as: 'Job',
});
const compile = createCompile({
  schema,
  fields: new Map([
    [
      'jobProgress',
      [source('PersonalDataErasure', 'personalDataErasure', 'erasures'), source('Lead', 'lead', 'leads')],
    ],
  ]),
});

const [erasure, lead] = [newId('PersonalDataErasure'), newId('Lead')];
const QUERY = `subscription ($id: ID!) { jobProgress(id: $id) {
  __typename id progress { done } changedProgress: id
  ... on PersonalDataErasure { reason } ...More } }
  fragment More on Lead { name }`;

/** Answers as the graph would; a question that does not validate is a defect of ours. */
const ask = async ({ query, variables }: Question, state: string | null): Promise<Reply> => {
  expect(validate(schema, parse(query))).toEqual([]);
  const job = (id: string) => (state === null ? null : { id, progress: { state, done: 3 } });
  const rootValue = {
    personalDataErasure: ({ id }: { id: string }) => job(id) && { ...job(id), reason: 'asked' },
    lead: ({ id }: { id: string }) => job(id) && { ...job(id), name: 'Li', version: 7 },
  };
  const { data } = await graphql({ schema, source: query, rootValue, variableValues: variables });
  return { data: data ?? null };
};

const waitFor = (id: string): Wait => {
  const compiled = compile(QUERY, undefined);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusal));
  const wait = compiled.value.wait({ id });
  if (!wait.ok) throw new Error(JSON.stringify(wait.refusal));
  return wait.value;
};
const told = async (id: string, state: string | null) => {
  const wait = waitFor(id);
  return wait.answerOf(await ask(wait.question(id), state), { id, isNew: false });
};

describe('a subscription to a job', () => {
  it('is read from whom the id belongs to, in its own words, fragments on each type included', async () => {
    const common = { progress: { done: 3 } };
    expect(await told(erasure, 'RUNNING')).toEqual({
      kind: 'there',
      version: null,
      result: {
        data: {
          jobProgress: {
            __typename: 'PersonalDataErasure',
            id: erasure,
            ...common,
            changedProgress: erasure,
            reason: 'asked',
          },
        },
      },
    });
    expect(await told(lead, 'RUNNING')).toEqual({
      kind: 'there',
      version: 7,
      result: {
        data: { jobProgress: { __typename: 'Lead', id: lead, ...common, changedProgress: lead, name: 'Li' } },
      },
    });
  });

  it('follows the topic of the id’s type', () => {
    expect([waitFor(erasure).field.topic, waitFor(lead).field.topic]).toEqual(['erasures', 'leads']);
  });

  it.each(['SUCCEEDED', 'FAILED', 'CANCELLED'])('is over with the job: %s', async (state) => {
    expect(await told(erasure, state)).toMatchObject({
      kind: 'over',
      result: { data: { jobProgress: { progress: { done: 3 } } } },
    });
  });

  it('waits for one that is not there, or not to be seen', async () => {
    expect(await told(erasure, null)).toEqual({ kind: 'absent' });
  });

  it('wants the id of a job', () => {
    const compiled = compile(QUERY, undefined);
    const refusedFor = (id: string) => compiled.ok && compiled.value.wait({ id });
    expect(refusedFor(newId('Customer'))).toMatchObject({
      refusal: { errors: [{ extensions: { code: 'WRONG_ID', expected: 'Job', actual: 'Customer' } }] },
    });
    expect(refusedFor('nonsense')).toMatchObject({ refusal: { errors: [{ extensions: { code: 'WRONG_ID' } }] } });
  });
});
