import { kafkaEventBus } from '@crm/messaging';

import type { Owners } from './look.ts';
import { unpublished } from './outbox.ts';
import type { Place } from './parts.ts';

/** Waits until everything is said and heard; tells what is stuck when that does not happen in time. */
export const untilQuiet = async (place: Place, { source }: Owners, ms: number): Promise<string[]> => {
  const { topics, group } = place;
  const bus = kafkaEventBus({ brokers: place.brokers, clientId: 'spec' });
  const deadline = Date.now() + ms;
  try {
    for (;;) {
      const left = await unpublished(source);
      const lag = left.rows > 0 ? null : await bus.lag(group, [topics.fact, topics.state]);
      const behind = lag?.reduce((sum, partition) => sum + partition.lag, 0);
      if (behind === 0 && left.blocked === 0) return [];
      if (Date.now() > deadline) return [stuck(left, behind)];
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    await bus.close();
  }
};

const stuck = ({ rows, blocked }: { rows: number; blocked: number }, behind: number | undefined) =>
  `stuck: ${String(rows)} rows unpublished, ${String(blocked)} aggregates blocked, ${String(behind)} records not read`;
