import { ALL_CONTRACTS } from '@crm/contracts';
import { ensureTopics } from '@crm/messaging';

/** Creates the topics that the contracts promise, where they are missing. */
export const createTopics = async (brokers: readonly string[]): Promise<number> => {
  await ensureTopics(brokers, ALL_CONTRACTS);
  return new Set(ALL_CONTRACTS.map(({ topic }) => topic)).size;
};
