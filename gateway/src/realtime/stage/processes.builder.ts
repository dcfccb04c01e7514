import { newId } from '@crm/kernel';
import type { ReceivedRecord, TailOptions } from '@crm/messaging/kafka';
import { buildSchema } from 'graphql';

import { composeSupergraph } from '../../compose/compose.ts';
import type { Question } from '../compile/compiled.ts';
import { createEngine } from '../engine/engine.ts';
import type { Stream } from '../engine/subscriber.ts';

const TOPIC = 'crm.customer.customer.fact.v1';
const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  interface Node { id: ID! }
  type Customer implements Node @key(fields: "id") { id: ID! }
  input IdFilter { eq: ID in: [ID!] }
  input CustomerFilter { id: IdFilter }
  type CustomerConnection { nodes: [Customer!]! }
  type Query { customer(id: ID!): Customer customers(first: Int, filter: CustomerFilter): CustomerConnection! }`;
const TENANT = newId('Tenant');

/** So many customers in a graph. */
const aGraph = (count: number) => {
  const customers = new Set(Array.from({ length: count }, (_, at) => `c${String(at + 1)}`));
  let opening: Promise<unknown> = Promise.resolve();
  const nodes = (ids: readonly string[]) => ({ nodes: ids.map((id) => ({ id })) });
  const resolve = async ({ variables: { changedFilter } }: Question) => {
    // As the compiled queries write it.
    const { eq, in: some } = (changedFilter as { id: { eq?: string; in?: readonly string[] } }).id;
    if (!some) return { data: { changed: nodes([...customers].filter((id) => id === eq)) } };
    await opening;
    return { data: { changed: nodes([]), changedAll: nodes([...customers].slice(0, 100)) } };
  };
  /** Whoever begins to wait gets no answer until it is let. */
  const hesitate = () => {
    const { promise, resolve: go } = Promise.withResolvers<null>();
    opening = promise;
    return () => {
      go(null);
    };
  };
  return { customers, resolve, hesitate };
};

/** A topic in memory. */
const aTopic = () => {
  const readers: Pick<TailOptions, 'onRecords'>[] = [];
  let offset = 0;
  const tail = (options: TailOptions) => {
    readers.push(options);
    options.onStart([{ topic: TOPIC, partition: 0, next: 0n, end: 0n }]);
    return { stop: () => Promise.resolve() };
  };
  const happen = async (id: string) => {
    const at = String(offset++);
    const headers = { ce_id: at, ce_type: 'x', ce_tenantid: TENANT, ce_aggregateversion: '2' };
    const record: ReceivedRecord = { topic: TOPIC, partition: 0, offset: at, key: id, value: null, headers };
    for (const { onRecords } of readers) onRecords([record]);
    await settled();
  };
  return { tail, happen };
};

/** So many customers, and processes that follow what happens to them. */
export const aCompany = (count: number) => {
  const { customers, resolve, hesitate } = aGraph(count);
  const { tail, happen } = aTopic();
  const composed = composeSupergraph([{ name: 'customer', sdl: SDL }]);
  if (!composed.ok) throw new Error(composed.refusal.join('\n'));
  const { apiSchema, supergraph } = composed.value;

  const aProcess = () => {
    const nothing = () => undefined;
    const engine = createEngine({ bus: { tail }, resolve, onTrouble: nothing, onCount: nothing });
    engine.schemaChanged(buildSchema(apiSchema), supergraph);
    return engine;
  };
  const change = (id: string) => {
    customers.add(id);
    return happen(id);
  };
  const remove = (id: string) => {
    customers.delete(id);
    return happen(id);
  };
  return { aProcess, change, remove, hesitate };
};

type Process = ReturnType<ReturnType<typeof aCompany>['aProcess']>;

export const subscribe = ({ streams }: Process, lastEventId: string | null = null) =>
  streams.subscribe({
    query: 'subscription { customersChanged { kind id } }',
    operationName: undefined,
    variables: {},
    reader: { person: null, forwarded: {} },
    lastEventId,
  });

/** What a client is told until it leaves, and where it was then. */
export const follow = async (process: Process, lastEventId: string | null = null) => {
  const begun = await subscribe(process, lastEventId);
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  return listenTo(begun.value);
};

const listenTo = (stream: Stream) => {
  const told: string[] = [];
  let place = stream.place();
  void (async () => {
    for (let message = await stream.next(); message; message = await stream.next()) {
      place = message.eventId;
      // What the subscription asks for.
      const { kind, id } = message.result.data?.customersChanged as { kind: string; id: string };
      told.push(`${kind} ${id}`);
    }
  })();
  return { told, place: () => place, leave: stream.leave };
};

export const settled = () => new Promise((resolve) => setImmediate(resolve));
