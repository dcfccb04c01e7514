import { Trouble } from '../local/trouble.ts';
import { table } from '../start/table.ts';
import { ANYTHING, BLOCKED, type Services, ask } from './ask.ts';

/** The aggregates whose events wait because the broker refuses the first of them; null when there are none. */
export const blockedTable = async (services: Services): Promise<string | null> => {
  const found = await Promise.all(
    Object.entries(services).map(async (service) => {
      // One that is down is told of by its lag.
      const all = await ask(service, 'blocked', BLOCKED.array()).catch(() => null);
      return (all ?? []).map((each) => [service[0], each.aggregateId, each.eventId, each.blockedAt, each.reason]);
    }),
  );
  const rows = found.flat();
  return rows.length === 0 ? null : table([['BLOCKED IN', 'AGGREGATE', 'EVENT', 'SINCE', 'WHY'], ...rows]);
};

/** Lets the relay try an aggregate's events again, wherever it is blocked; gives the services that had blocked it. */
export const unblockIn = async (services: Services, aggregateId: string): Promise<readonly string[]> => {
  const asked = await Promise.all(
    Object.entries(services).map(async (service) =>
      (await ask(service, 'unblock', ANYTHING, { aggregateId })) ? [service[0]] : [],
    ),
  );
  const where = asked.flat();
  if (where.length === 0) throw new Trouble(`${aggregateId} is not blocked: npm run events -- lag lists what is.`);
  return where;
};
