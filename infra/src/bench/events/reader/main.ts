import { kafkaEventBus, startConsumers, type Subscription } from '@crm/messaging';
import { openDatabase } from '@crm/persistence';

import { answer, type Questions, sharedNow } from '../part.ts';
import { ORDER_PLACED } from '../order.ts';

const [databaseUrl = '', brokers = ''] = process.argv.slice(2);

const dataSource = await openDatabase({ url: databaseUrl, entities: [], applicationName: 'bench-reader' });
const bus = kafkaEventBus({ brokers: brokers.split(','), clientId: 'bench-reader' });
let received: [number: number, at: number][] = [];

const numberIn = (value: Buffer | null) => Number(/"number":(\d+)/.exec(value?.toString() ?? '')?.[1]);

const subscription: Subscription<typeof ORDER_PLACED> = {
  to: ORDER_PLACED,
  kind: 'projection',
  handle: async ({ aggregate, data }, { db }) => {
    await db.query(
      `insert into order_view as t values ($1, $2, $3)
       on conflict (id) do update set version = excluded.version, note = excluded.note where t.version < excluded.version`,
      [aggregate.id, aggregate.version, data?.note],
    );
  },
};

const consumers = await startConsumers({
  // Noted where a record enters, before anything is done with it.
  bus: {
    ...bus,
    consume: (options) =>
      bus.consume({
        ...options,
        onBatch: async (batch) => {
          const at = sharedNow();
          for (const { value } of batch.records) received.push([numberIn(value), at]);
          await options.onBatch(batch);
        },
      }),
  },
  group: 'crm.bench',
  subscriptions: [subscription],
  dataSource,
  onFatal: (cause) => {
    throw cause;
  },
});

const known = {
  /** What came since it was asked last. */
  received: () => {
    const mine = received;
    received = [];
    return mine;
  },
} satisfies Questions;

export type Reader = typeof known;

answer(known, async () => {
  await consumers.stop();
  await bus.close();
  await dataSource.destroy();
});
