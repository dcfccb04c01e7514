import { type Contract, type Delivered, isState } from '@crm/contracts';
import type { Subscription, View } from '@crm/messaging';

import { type IsErased, ingestFact, ingestState, ingestStateOf } from './ingest.command.ts';

/** A subscription to each of these events, whatever they are: what a fact means is decided by the rules of the star. */
export const everyEvent = (contracts: readonly Contract[], isErased: IsErased): readonly Subscription[] =>
  contracts.map((to) => ({ to, kind: 'projection', handle: isState(to) ? keeping(to, isErased) : logging(to) }));

type Handle = (fact: Delivered, view: View) => Promise<void>;

const keeping = ({ type, goesWith }: Contract, isErased: IsErased): Handle =>
  goesWith === undefined
    ? (fact, { db }) => ingestState(db, type, stateOf(fact))
    : (fact, { db }) => ingestStateOf(isErased)(db, type, stateOf(fact), goesWith);

const logging =
  (to: Contract): Handle =>
  (fact, { db }) =>
    ingestFact(db, factOf(fact, to));

const stateOf = ({ aggregate, data }: Delivered) => ({
  aggregateType: aggregate.type,
  aggregateId: aggregate.id,
  version: aggregate.version,
  data,
});

const factOf = ({ aggregate, data, ...fact }: Delivered, { topic }: Contract) => ({
  ...fact,
  topic,
  aggregateType: aggregate.type,
  aggregateId: aggregate.id,
  aggregateVersion: aggregate.version,
  data: data ?? {},
});
