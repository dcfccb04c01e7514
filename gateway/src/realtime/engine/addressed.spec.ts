import { newId } from '@crm/kernel';
import type { ReceivedRecord, TailOptions } from '@crm/messaging/kafka';
import { buildSchema } from 'graphql';

import { composeSupergraph } from '../../compose/compose.ts';
import { personOf } from '../../identity/claims.ts';
import type { Question } from '../compile/compiled.ts';
import { createEngine } from './engine.ts';
import type { Reader } from './resolve.ts';
import type { Stream } from './subscriber.ts';

const TOPIC = 'crm.customer.notification.fact.v1';
const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  interface Node { id: ID! }
  type Notification implements Node @key(fields: "id") { id: ID!  version: Int! }
  type Query { notification(id: ID!): Notification }`;
const TENANT = newId('Tenant');

const readerOf = (employee: string | null, tenant: string = TENANT): Reader => {
  const person = personOf({ tenant, sub: 'somebody', ...(employee !== null && { employee_id: employee }) });
  if (!person.ok) throw new Error(person.refusal);
  return { person: person.value, forwarded: {} };
};

/** An engine over a topic and a graph in memory; what the graph was asked of records is written down. */
const aScene = () => {
  const composed = composeSupergraph([{ name: 'customer', sdl: SDL }]);
  if (!composed.ok) throw new Error(composed.refusal.join('\n'));
  const heard: Partial<TailOptions> = {};
  const asked: string[] = [];
  const resolve = ({ variables }: Question) => {
    const id = String(variables.changedId);
    if (id !== '') asked.push(id);
    return Promise.resolve({ data: { notificationReceived: id === '' ? null : { id, changedVersion: 9 } } });
  };
  const tail = (options: TailOptions) => {
    Object.assign(heard, options);
    options.onStart([{ topic: TOPIC, partition: 0, next: 0n, end: 0n }]);
    return { stop: () => Promise.resolve() };
  };
  const nothing = () => undefined;
  const engine = createEngine({ bus: { tail }, resolve, onTrouble: nothing, onCount: nothing });
  engine.schemaChanged(buildSchema(composed.value.apiSchema), composed.value.supergraph);

  let offset = 0;
  const publish = (
    recipientId: string,
    more: Partial<Record<string, string>> = {},
    id: string = newId('Notification'),
  ) => {
    const headers = {
      ce_id: String(offset),
      ce_type: 'customer.notification-created.v1',
      ce_tenantid: TENANT,
      ce_aggregateversion: '1',
      // Texts, as a record has them.
      ...(more as Record<string, string>),
    };
    const value = Buffer.from(JSON.stringify({ recipientId }));
    const record: ReceivedRecord = { topic: TOPIC, partition: 0, offset: String(offset), key: id, value, headers };
    offset += 1;
    heard.onRecords?.([record]);
    return id;
  };
  const subscribe = async (reader: Reader, lastEventId: string | null = null) => {
    const query = 'subscription { notificationReceived { id } }';
    const begun = await engine.streams.subscribe({
      query,
      operationName: undefined,
      variables: {},
      reader,
      lastEventId,
    });
    if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
    return toldBy(begun.value);
  };
  return { engine, publish, subscribe, asked };
};

const toldBy = (stream: Stream) => {
  const ids: string[] = [];
  void (async () => {
    for (let message = await stream.next(); message; message = await stream.next()) ids.push(message.about);
  })();
  return { ids, stream };
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('what is addressed to one person', () => {
  it('costs one reading, however many others wait for what is theirs', async () => {
    const { engine, publish, subscribe, asked } = aScene();
    const people = Array.from({ length: 1_000 }, () => newId('Employee'));
    const crowd = await Promise.all(people.map((each) => subscribe(readerOf(each))));
    const id = publish(String(people[417]));
    await settled();

    expect(asked).toEqual([id]);
    expect(crowd.map(({ ids }) => ids)).toEqual(people.map((_, at) => (at === 417 ? [id] : [])));
    await engine.stop();
  });

  it('is told of when it is new, and not when something else happens to it', async () => {
    const { engine, publish, subscribe, asked } = aScene();
    const rep = newId('Employee');
    const { ids } = await subscribe(readerOf(rep));
    publish(rep, { ce_type: 'customer.notification-read.v1', ce_aggregateversion: '2' });
    await settled();

    expect([asked, ids]).toEqual([[], []]);
    await engine.stop();
  });

  it('is nobody’s in another company, no program’s, and no business of who claims to be everybody', async () => {
    const { engine, publish, subscribe, asked } = aScene();
    const rep = newId('Employee');
    const others = [
      readerOf(rep, newId('Tenant')),
      readerOf(null),
      readerOf('*'),
      readerOf(''),
      { person: null, forwarded: {} },
    ];
    const crowd = await Promise.all(others.map((each) => subscribe(each)));
    publish(rep);
    publish('');
    await settled();

    expect([asked, ...crowd.map(({ ids }) => ids)]).toEqual([[], [], [], [], [], []]);
    await engine.stop();
  });

  it('has not been missed by who comes back, to a process that does not know him as well', async () => {
    const { engine, publish, subscribe } = aScene();
    const rep = newId('Employee');
    const first = await subscribe(readerOf(rep));
    const place = first.stream.place();
    first.stream.leave();
    const [id] = [publish(rep), publish(newId('Employee'))];
    const again = await subscribe({ ...readerOf(rep), forwarded: { 'accept-language': 'zh' } }, place);
    await settled();

    expect(again.ids).toEqual([id]);
    await engine.stop();
  });
});
