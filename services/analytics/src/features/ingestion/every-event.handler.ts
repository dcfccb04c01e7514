import { type Contract, type Delivered, isState } from '@crm/contracts';
import type { Subscription } from '@crm/messaging';

import { ingestFact, ingestState } from './ingest.command.ts';

/** A subscription to each of these events, whatever they are: what a fact means is decided by the rules of the star. */
export const everyEvent = (contracts: readonly Contract[]): readonly Subscription[] =>
  contracts.map((to) => ({
    to,
    kind: 'projection',
    handle: (fact, { db }) =>
      isState(to) ? ingestState(db, to.type, stateOf(fact)) : ingestFact(db, factOf(fact, to)),
  }));

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
