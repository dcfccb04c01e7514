import { type Contract, isState } from '@crm/contracts';

import type { TopicPlan } from './event-bus.ts';
import { kafkaEventBus } from './kafka/kafka-event-bus.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Below the 30 days in which a request for erasure must be met. */
const FACT_RETENTION = 28 * DAY;

const FACT_SETTINGS = { 'cleanup.policy': 'delete', 'retention.ms': String(FACT_RETENTION) };

/** When the open segment of a state topic may be closed, at the next write: only then can what is in it be compacted. */
export const STATE_SEGMENT_MS = 6 * HOUR;

/** The active segment is never compacted, hence it rolls; a reader that was away for a week still learns of deletions. */
const STATE_SETTINGS = {
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': '0',
  'max.compaction.lag.ms': String(DAY),
  'segment.ms': String(STATE_SEGMENT_MS),
  'delete.retention.ms': String(7 * DAY),
};

/** Keys would move if it changed: it is given once, when the topic is made. */
const PARTITIONS = 4;

/** The topics that contracts promise, each once. */
export const topicsOf = (
  contracts: readonly Pick<Contract, 'topic'>[],
  { partitions = PARTITIONS, replicationFactor = 1 }: { partitions?: number; replicationFactor?: number } = {},
): TopicPlan[] =>
  [...new Set(contracts.map(({ topic }) => topic))].map((topic) => ({
    topic,
    partitions,
    replicationFactor,
    config: isState({ topic }) ? STATE_SETTINGS : FACT_SETTINGS,
  }));

/** Creates the topics of these contracts where they are missing, and corrects settings that drifted. May be repeated. */
export const ensureTopics = async (
  brokers: readonly string[],
  contracts: readonly Pick<Contract, 'topic'>[],
  options: { partitions?: number; replicationFactor?: number } = {},
): Promise<void> => {
  const bus = kafkaEventBus({ brokers, clientId: 'topics' });
  await bus.ensureTopics(topicsOf(contracts, options));
  await bus.close();
};
