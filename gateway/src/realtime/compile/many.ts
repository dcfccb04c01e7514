import { type Result, accept, refuse } from '@crm/kernel';
import { type FieldNode, type GraphQLFormattedError, type GraphQLSchema, print } from 'graphql';

import { type Answer, errorsPart, failedWith } from '../engine/answer.ts';
import type { Refused } from '../refused.ts';
import { argumentsOf, variablesOf } from './arguments.ts';
import { type Fields, type Values, fieldsOf } from './change-shape.ts';
import { type Compiled, type Question, type Reply, type Wait, KNOWN_AT_START } from './compiled.ts';
import type { Subscription } from './document.ts';
import { hasVersion, pick, withoutVersion } from './one.ts';
import { freshName, neededBy, selectionText, versionText } from './record-query.ts';

/**
 * `customersChanged(filter)`: the owner itself says whether a record passes the filter, by its own list field, so that
 * there is no second opinion about what a filter means.
 */
export const compileMany = (schema: GraphQLSchema, subscription: Subscription): Compiled => {
  const { field } = subscription;
  const waitFor = (filter: unknown, given: Values, coerced: Values): Wait => {
    const text = queriesOf(schema, subscription, coerced);
    const passed = pick(given, text.variables);
    const asking = (query: string, id: object): Question => {
      const narrowed = filter === null || filter === undefined ? { id } : { and: [{ id }, filter] };
      return { query, variables: { ...passed, [text.filter]: narrowed } };
    };
    const opening = asking(text.opening, { in: [] });
    return {
      field,
      id: null,
      opening: { ...opening, variables: { ...opening.variables, [text.all]: filter ?? null } },
      openedWith: (reply) => idsIn(reply, text.all),
      question: (id) => asking(text.question, { eq: id }),
      answerOf: (reply, { id, isNew }) => answer(reply, text, changeOf(subscription, coerced), { id, isNew }),
      removal: (id) => changeOf(subscription, coerced)({ kind: 'REMOVED', id, records: null }),
    };
  };
  return {
    wait: (given): Result<Wait, Refused> => {
      const coerced = variablesOf(schema, subscription, given);
      if (!coerced.ok) return coerced;
      const values = argumentsOf(schema, subscription, given);
      return values.ok ? accept(waitFor(values.value.filter, given, coerced.value)) : values;
    },
  };
};

type Text = {
  readonly question: string;
  readonly opening: string;
  /** Of the client's, those that the queries use. */
  readonly variables: readonly string[];
  /** Names of our own. */
  readonly filter: string;
  readonly all: string;
  readonly version: string | null;
  readonly responseKey: string;
  /** Under which the queries answer the record, once for each name that the client gave it. */
  readonly keys: readonly string[];
};

/** What is asked with some values of the variables: conditions may leave out pieces of the record. */
const queriesOf = (schema: GraphQLSchema, subscription: Subscription, values: Values): Text => {
  const { field, responseKey, nodes, operation, fragments } = subscription;
  const taken = [...nodes, ...fragments.values()];
  const [filter, all] = [freshName('changedFilter', taken), freshName('changedAll', taken)];
  const version = hasVersion(schema, field.type) ? freshName('changedVersion', taken) : null;
  const reads = readsOf(fieldsAsked(subscription, values), freshName('changed', taken));
  const { variables, fragments: shared } = neededBy(
    reads.flatMap(({ selections }) => selections),
    { fragments, variables: operation.variableDefinitions ?? [] },
  );
  const input = filterTypeOf(schema, nodes[0]);
  const roots = reads.map(
    ({ key, selections }) =>
      `${key}: ${field.read}(first: 1, filter: $${filter}) { nodes ${selectionText(selections, version && versionText(version))} }`,
  );
  const everything = `${all}: ${field.read}(first: ${String(KNOWN_AT_START)}, filter: $${all}) { nodes { id } }`;
  const queryOf = (own: readonly string[], body: readonly string[]) =>
    `query ${operation.name?.value ?? ''}(${[...own, ...variables.map(print)].join(' ')}) { ${body.join('\n')} }\n${shared}`;
  return {
    question: queryOf([`$${filter}: ${input}`], roots),
    opening: queryOf([`$${filter}: ${input}`, `$${all}: ${input}`], [...roots, everything]),
    variables: variables.map(({ variable }) => variable.name.value),
    filter,
    all,
    version,
    responseKey,
    keys: reads.map(({ key }) => key),
  };
};

const fieldsAsked = ({ nodes, fragments }: Subscription, values: Values): Fields =>
  fieldsOf(
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    fragments,
    values,
  );

/** The selections of the record; were there none, its presence is asked for all the same. */
const readsOf = (fields: Fields, presence: string) => {
  const records = [...fields].filter(([, [each]]) => each.selectionSet);
  if (records.length === 0) return [{ key: presence, selections: [] }];
  return records.map(([key, pieces]) => ({
    key,
    selections: pieces.flatMap((piece: FieldNode) => piece.selectionSet?.selections ?? []),
  }));
};

const filterTypeOf = (schema: GraphQLSchema, node: FieldNode) =>
  String(
    schema
      .getSubscriptionType()
      ?.getFields()
      [node.name.value]?.args.find(({ name }) => name === 'filter')?.type,
  );

type Change = {
  readonly kind: string;
  readonly id: string;
  /** By the name that the client gave it; null when there is no record any more. */
  readonly records: ReadonlyMap<string, unknown> | null;
};

/** Writes a change as the client asked for it. */
const changeOf = (subscription: Subscription, values: Values) => {
  const { field, responseKey } = subscription;
  const fields = [...fieldsAsked(subscription, values)];
  return ({ kind, id, records }: Change) => {
    const plain: Readonly<Record<string, unknown>> = { kind, id, __typename: `${field.type}Change` };
    const valueOf = (key: string, { name, selectionSet }: FieldNode) =>
      selectionSet ? (records?.get(key) ?? null) : plain[name.value];
    return { [responseKey]: Object.fromEntries(fields.map(([key, [node]]) => [key, valueOf(key, node)])) };
  };
};

const answer = (
  { data, errors = [] }: Reply,
  { responseKey, keys, version }: Text,
  write: ReturnType<typeof changeOf>,
  { id, isNew }: { readonly id: string; readonly isNew: boolean },
): Answer => {
  const found = keys.map((key) => ({ key, node: firstNode(data?.[key]) }));
  const isEmpty = found.every(({ node }) => node === null);
  // An error further in has emptied the record: it is there, and cannot be shown.
  if (isEmpty && !errors.some(isInsideRecord)) return errors.length === 0 ? { kind: 'absent' } : failedWith(errors);
  const taken = found.map(({ key, node }) => ({ key, ...withoutVersion(node, version) }));
  const records = new Map(taken.map(({ key, record }) => [key, record]));
  const written = write({ kind: isNew ? 'CREATED' : 'UPDATED', id, records });
  const told = errorsPart(errors.map((each) => replaced(each, responseKey)));
  return { kind: 'there', version: taken[0]?.version ?? null, result: { data: written, ...told } };
};

/** Further in than `[customer, nodes, 0]`. */
const isInsideRecord = ({ path = [] }: GraphQLFormattedError) => path.length > 3;

/** `[customer, nodes, 0, name]` is `[customersChanged, customer, name]` to the client. */
const replaced = (error: GraphQLFormattedError, responseKey: string): GraphQLFormattedError => {
  const [key, , , ...rest] = error.path ?? [];
  return key === undefined ? error : { ...error, path: [responseKey, key, ...rest] };
};

const nodesIn = (connection: unknown): readonly unknown[] =>
  typeof connection === 'object' && connection !== null && 'nodes' in connection && Array.isArray(connection.nodes)
    ? connection.nodes
    : [];

const firstNode = (connection: unknown): unknown => nodesIn(connection)[0] ?? null;

const idsIn = ({ data, errors = [] }: Reply, key: string): Result<readonly string[], Refused> => {
  if (errors.length > 0 || !data) return refuse(failedWith(errors).refused);
  const nodes = nodesIn(data[key]);
  return accept(
    nodes.flatMap((node) => (typeof node === 'object' && node !== null && 'id' in node ? [String(node.id)] : [])),
  );
};
