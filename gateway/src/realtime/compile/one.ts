import { type Result, accept, refuse, typeOfId } from '@crm/kernel';
import { type GraphQLSchema, isObjectType, print } from 'graphql';

import { type Answer, errorsPart, failedWith } from '../engine/answer.ts';
import { type Refused, refused } from '../refused.ts';
import type { ChangeField } from '../schema/fields.ts';
import { argumentsOf } from './arguments.ts';
import type { Values } from './change-shape.ts';
import type { Compiled, Question, Reply, Wait } from './compiled.ts';
import type { Subscription } from './document.ts';
import { isOver, progressText } from './job.ts';
import { freshName, neededBy, selectionText, versionText } from './record-query.ts';

/**
 * `customerChanged(id)`: the answer is the record itself. `jobProgress(id)`: of whichever of its types the id is, until
 * the job is over.
 */
export const compileOne = (schema: GraphQLSchema, subscription: Subscription): Compiled => {
  const byType = new Map(
    subscription.fields.map((field) => [field.type, { field, text: textOf(schema, subscription, field) }]),
  );
  const { field } = subscription;
  const expected = asOf(field) ?? field.type;
  return {
    wait: (given): Result<Wait, Refused> => {
      const values = argumentsOf(schema, subscription, given);
      if (!values.ok) return values;
      const id = String(values.value.id);
      const kind = typeOfId(id);
      const meant = byType.get(kind ?? '');
      if (!meant) return refuse(refused('WRONG_ID', { expected, ...(kind && { actual: kind }) }));
      return accept(waitFor(meant.field, subscription.responseKey, meant.text, id, given));
    },
  };
};

const asOf = (field: ChangeField) => (field.watches === 'one' ? field.as : null);

/** A query that reads one record in the words of a subscription. */
export type Text = {
  readonly query: string;
  /** Of the client's variables, those that the query uses. */
  readonly variables: readonly string[];
  /** Names of our own; null: it is not asked. */
  readonly id: string;
  readonly version: string | null;
  readonly progress: string | null;
};

export const textOf = (
  schema: GraphQLSchema,
  { responseKey, nodes, operation, fragments }: Subscription,
  field: ChangeField,
): Text => {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const taken = [...nodes, ...fragments.values()];
  const id = freshName('changedId', taken);
  const version = hasVersion(schema, field.type) ? freshName('changedVersion', taken) : null;
  const as = asOf(field);
  const progress = as === null ? null : freshName('changedProgress', taken);
  const needed = neededBy(selections, { fragments, variables: operation.variableDefinitions ?? [] });
  const variables = [`$${id}: ID!`, ...needed.variables.map(print)].join(' ');
  const own = ownText(version, progress);
  // Selected as the client wrote it, on the interface: fragments on other types of jobs are in their place there.
  const selected =
    as === null ? selectionText(selections, own) : `{ ... on ${as} ${selectionText(selections, null)} ${own ?? ''} }`;
  return {
    query: `query ${operation.name?.value ?? ''}(${variables}) { ${responseKey}: ${field.read}(id: $${id}) ${selected} }\n${needed.fragments}`,
    variables: needed.variables.map(({ variable }) => variable.name.value),
    id,
    version,
    progress,
  };
};

/** What we ask for beside the client's own; null: nothing. */
const ownText = (version: string | null, progress: string | null) =>
  [...(version === null ? [] : [versionText(version)]), ...(progress === null ? [] : [progressText(progress)])].join(
    ' ',
  ) || null;

/** Asks for a record, with the client's own variables. */
export const questionOf =
  (text: Text, given: Values) =>
  (about: string): Question => ({
    query: text.query,
    variables: { ...pick(given, text.variables), [text.id]: about },
  });

const waitFor = (field: ChangeField, responseKey: string, text: Text, id: string, given: Values): Wait => {
  const question = questionOf(text, given);
  const answerOf = (reply: Reply) => answer(reply, responseKey, text);
  return {
    field,
    id,
    opening: question(id),
    openedWith: (reply) => {
      const opened = answerOf(reply);
      if (opened.kind === 'failed') return refuse(opened.refused);
      return accept(opened.kind === 'absent' ? [] : [id]);
    },
    question,
    answerOf,
    removal: () => ({ [responseKey]: null }),
  };
};

/** What the graph said of a record. */
export const answer = ({ data, errors = [] }: Reply, key: string, text: Text): Answer => {
  const record = data?.[key] ?? null;
  if (record !== null) return shown(record, errors, key, text);
  if (errors.length === 0) return { kind: 'absent' };
  // An error further in has emptied the record: it is there, and cannot be shown.
  return errors.some(({ path = [] }) => path.length > 1) ? shown(null, errors, key, text) : failedWith(errors);
};

const shown = (
  record: unknown,
  errors: NonNullable<Reply['errors']>,
  key: string,
  { version, progress }: Text,
): Answer => {
  const own = withoutVersion(record, version);
  const told = withoutOwn(own.record, progress);
  const result = { data: { [key]: told.record }, ...errorsPart(errors) };
  return isOver(told.own) ? { kind: 'over', result } : { kind: 'there', version: own.version, result };
};

/** The record as the client asked for it, and the version that we asked for beside. */
export const withoutVersion = (record: unknown, name: string | null) => {
  const { own, ...rest } = withoutOwn(record, name);
  return { ...rest, version: typeof own === 'number' ? own : null };
};

const withoutOwn = (record: unknown, name: string | null) => {
  if (typeof record !== 'object' || record === null || name === null) return { record, own: null };
  const own: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  return { record: Object.fromEntries(Object.entries(record).filter(([key]) => key !== name)), own };
};

export const hasVersion = (schema: GraphQLSchema, type: string) => {
  const found = schema.getType(type);
  return isObjectType(found) && 'version' in found.getFields();
};

export const pick = (given: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
