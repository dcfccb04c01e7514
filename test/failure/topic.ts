import { randomUUID } from 'node:crypto';

import { kafkaEventBus, type ReceivedRecord } from '@crm/messaging';

/** All that is on these topics, in the order of each partition. */
export const recordsOn = async (brokers: readonly string[], topics: readonly string[]): Promise<ReceivedRecord[]> => {
  const bus = kafkaEventBus({ brokers, clientId: 'spec' });
  const groupId = `spec-${randomUUID()}`;
  const lag = await bus.lag(groupId, topics);
  const expected = lag.reduce((sum, partition) => sum + partition.lag, 0);
  const records: ReceivedRecord[] = [];
  const all = Promise.withResolvers<null>();
  if (expected > 0) {
    await bus.consume({
      groupId,
      topics,
      fromBeginning: true,
      onFatal: all.reject,
      onBatch: (batch) => {
        records.push(...batch.records);
        if (records.length >= expected) all.resolve(null);
        return Promise.resolve();
      },
    });
    await all.promise;
  }
  await bus.close();
  return records;
};
