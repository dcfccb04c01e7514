import { randomUUID } from 'node:crypto';

import type { Contract } from '@crm/contracts';
import { type ReceivedRecord, kafkaEventBus } from '@crm/messaging';

import { eventually } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';

/** The current row of each aggregate, by its id, as a reader that keeps the latest value per key has it. */
export type Rows = Map<string, Row>;
type Row = Readonly<Record<string, unknown>>;

/** What somebody has who begins today: reads the topics from their first record until nothing is left, then leaves. */
export const readFromTheStart = async (states: readonly Contract[]): Promise<ReadonlyMap<string, Rows>> => {
  const topics = states.map(({ topic }) => topic);
  const tables = new Map<string, Rows>(topics.map((topic) => [topic, new Map<string, Row>()]));
  const bus = kafkaEventBus({ brokers: suiteUnderTest().brokers, clientId: 'new-reader' });
  const groupId = `new-reader-${randomUUID()}`;
  const reading = await bus.consume({
    groupId,
    topics,
    fromBeginning: true,
    onBatch: ({ topic, records }) => {
      for (const record of records) keep(tables.get(topic), record);
      return Promise.resolve();
    },
    onFatal: (cause) => {
      throw cause;
    },
  });
  const left = async () => (await bus.lag(groupId, topics)).reduce((sum, { lag }) => sum + lag, 0);
  await eventually(left, (records) => records === 0);
  await reading.stop();
  await bus.close();
  return tables;
};

const keep = (rows: Rows | undefined, { key, value }: ReceivedRecord) => {
  if (key === null) throw new TypeError('Every record of a state topic has a key');
  if (value === null) rows?.delete(key);
  // The value of a record of ours is a JSON object; a spec says what it expects in it.
  else rows?.set(key, JSON.parse(value.toString()) as Row);
};
