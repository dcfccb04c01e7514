import { PUBLISHED_CONTRACTS } from '@crm/contracts';
import { ensureTopics } from '@crm/messaging';

/** Creates the topics that the contracts promise, where they are missing. */
export const createTopics = async (brokers: readonly string[]): Promise<number> => {
  await ensureTopics(brokers, PUBLISHED_CONTRACTS);
  return new Set(PUBLISHED_CONTRACTS.map(({ topic }) => topic)).size;
};
