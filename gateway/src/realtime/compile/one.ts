import { type Result, accept, refuse, typeOfId } from '@crm/kernel';
import { type GraphQLSchema, isObjectType, print } from 'graphql';

import { type Answer, errorsPart, failedWith } from '../engine/answer.ts';
import { type Refused, refused } from '../refused.ts';
import { argumentsOf } from './arguments.ts';
import type { Values } from './change-shape.ts';
import type { Compiled, Reply, Wait } from './compiled.ts';
import type { Subscription } from './document.ts';
import { freshName, neededBy, selectionText } from './record-query.ts';

/** `customerChanged(id)`: the answer is the record itself. */
export const compileOne = (schema: GraphQLSchema, subscription: Subscription): Compiled => {
  const { field } = subscription;
  const text = queryOf(schema, subscription);
  return {
    field,
    wait: (given): Result<Wait, Refused> => {
      const values = argumentsOf(schema, subscription, given);
      if (!values.ok) return values;
      const id = String(values.value.id);
      const kind = typeOfId(id);
      if (kind === field.type) return accept(waitFor(subscription, text, id, pick(given, text.variables)));
      return refuse(refused('WRONG_ID', { expected: field.type, ...(kind && { actual: kind }) }));
    },
  };
};

type Text = {
  readonly query: string;
  /** Of the client's variables, those that the query uses. */
  readonly variables: readonly string[];
  /** Names of our own. */
  readonly id: string;
  readonly version: string | null;
};

const queryOf = (schema: GraphQLSchema, { field, responseKey, nodes, operation, fragments }: Subscription): Text => {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const taken = [...nodes, ...fragments.values()];
  const id = freshName('changedId', taken);
  const version = hasVersion(schema, field.type) ? freshName('changedVersion', taken) : null;
  const needed = neededBy(selections, { fragments, variables: operation.variableDefinitions ?? [] });
  const variables = [`$${id}: ID!`, ...needed.variables.map(print)].join(' ');
  const root = `${responseKey}: ${field.read}(id: $${id}) ${selectionText(selections, version)}`;
  return {
    query: `query ${operation.name?.value ?? ''}(${variables}) { ${root} }\n${needed.fragments}`,
    variables: needed.variables.map(({ variable }) => variable.name.value),
    id,
    version,
  };
};

const waitFor = ({ field, responseKey }: Subscription, text: Text, id: string, passed: Values): Wait => {
  const question = (about: string) => ({ query: text.query, variables: { ...passed, [text.id]: about } });
  const answerOf = (reply: Reply) => answer(reply, responseKey, text.version);
  return {
    field,
    id,
    opening: question(id),
    openedWith: (reply) => {
      const opened = answerOf(reply);
      if (opened.kind === 'failed') return refuse(opened.refused);
      return accept(opened.kind === 'there' ? [id] : []);
    },
    question,
    answerOf,
    removal: () => ({ [responseKey]: null }),
  };
};

const answer = ({ data, errors = [] }: Reply, key: string, version: string | null): Answer => {
  const record = data?.[key] ?? null;
  if (record === null && errors.length === 0) return { kind: 'absent' };
  // An error further in has emptied the record: it is there, and cannot be shown.
  if (record === null && errors.every(({ path = [] }) => path.length <= 1)) return failedWith(errors);
  const taken = withoutVersion(record, version);
  return { kind: 'there', version: taken.version, result: { data: { [key]: taken.record }, ...errorsPart(errors) } };
};

/** The record as the client asked for it, and the version that we asked for beside. */
export const withoutVersion = (record: unknown, name: string | null) => {
  if (typeof record !== 'object' || record === null || name === null) return { record, version: null };
  const version: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return { record: rest, version: typeof version === 'number' ? version : null };
};

export const hasVersion = (schema: GraphQLSchema, type: string) => {
  const found = schema.getType(type);
  return isObjectType(found) && 'version' in found.getFields();
};

export const pick = (given: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
