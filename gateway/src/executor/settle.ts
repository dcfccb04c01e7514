import type { GraphQLFormattedError } from 'graphql';

import type { SubgraphAnswer } from './ask.ts';
import type { Batch } from './batch.ts';
import type { Failures, Path } from './failures.ts';
import type { Asked } from './fetch.ts';
import { type Json, isJson, merge } from './json.ts';
import type { Types } from './types.ts';
import { renameKeys } from './walk.ts';

/** What has been fetched so far. */
export type Gathered = { readonly data: Json; readonly failures: Failures; readonly types: Types };

/** One outage needs no thousand copies of its error. */
const MOST_COPIES = 20;
const fewCopies = () => ({ left: MOST_COPIES });

/** Takes in the answer to a root fetch. */
export const settleRoot = ({ data, failures, types }: Gathered, asked: Asked, answer: SubgraphAnswer) => {
  if ('unavailable' in answer) {
    const budget = fewCopies();
    for (const name of asked.roots) failures.add(data, [name], answer.unavailable, budget);
    return;
  }
  if (isJson(answer.data)) {
    renameKeys(answer.data, asked.renames, types);
    merge(data, answer.data, types.interfaceNames);
  }
  for (const error of answer.errors ?? []) failures.add(data, pathOf(error, asked), error);
};

/** Takes in the answer to questions about entities; `aliases` in the order of the batches. */
export const settleEntities = (
  gathered: Gathered,
  batches: readonly Batch[],
  aliases: readonly string[],
  answer: SubgraphAnswer,
) => {
  if ('unavailable' in answer) {
    placeAtAll(gathered.failures, batches, answer.unavailable);
    return;
  }
  const data = isJson(answer.data) ? answer.data : {};
  for (const [index, batch] of batches.entries()) take(gathered, batch, data[aliases[index] ?? '']);
  for (const error of answer.errors ?? []) place(gathered.failures, batches, aliases, error);
};

const take = ({ types }: Gathered, { asked, targets }: Batch, found: unknown) => {
  const entities: readonly unknown[] = Array.isArray(found) ? found : [];
  for (const [index, of] of targets.entries()) {
    const entity = entities[index];
    if (!isJson(entity)) continue;
    if (asked.renames.length > 0) renameKeys(entity, asked.renames, types);
    for (const target of of) merge(target, entity, types.interfaceNames);
  }
};

/** Puts an error to every object of the entity it is about; one about no entity, to all that was asked about. */
const place = (
  failures: Failures,
  batches: readonly Batch[],
  aliases: readonly string[],
  error: GraphQLFormattedError,
) => {
  const [alias, number] = error.path ?? [];
  const batch = batches[aliases.indexOf(String(alias))];
  if (batch && typeof number === 'number') {
    const rest = pathOf(error, batch.asked).slice(2);
    for (const target of batch.targets[number] ?? []) failures.add(target, rest, error);
    return;
  }
  placeAtAll(failures, batch ? [batch] : batches, error);
};

const placeAtAll = (failures: Failures, batches: readonly Batch[], error: GraphQLFormattedError) => {
  const budget = fewCopies();
  for (const target of batches.flatMap(({ targets }) => targets.flat())) failures.add(target, [], error, budget);
};

/** Where the subgraph says that the error is, in the names that its values have here. */
const pathOf = ({ path = [] }: GraphQLFormattedError, { renames }: Asked): Path => {
  if (renames.length === 0) return path;
  const names = new Map(
    renames.flatMap((each) => (each.kind === 'KeyRenamer' ? [[each.path.at(-1), each.renameKeyTo]] : [])),
  );
  return path.map((each) => (typeof each === 'string' ? (names.get(each) ?? each) : each));
};
