import { table } from '../start/table.ts';
import { BLOCKED, type Services, askAll, askFor } from './ask.ts';

/** The aggregates whose events wait because the broker refuses the first of them; null when there are none. */
export const blockedTable = async (services: Services): Promise<string | null> => {
  // One that is down is told of by its lag.
  const { answers } = await askAll(services, async (service) => {
    const all = await askFor(service, 'blocked', BLOCKED.array());
    return all.map((each) => [service[0], each.aggregateId, each.eventId, each.blockedAt, each.reason]);
  });
  const rows = answers.flat();
  return rows.length === 0 ? null : table([['BLOCKED IN', 'AGGREGATE', 'EVENT', 'SINCE', 'WHY'], ...rows]);
};
