import { Trouble } from '../local/trouble.ts';
import { table } from '../start/table.ts';
import { ANYTHING, LAG, PARKED, RECORD, REDRIVEN, type Services, ask } from './ask.ts';
import { blockedTable, unblockIn } from './blocked.ts';

/** What is printed, and whether something stays parked: the exit code tells scripts. */
export type Told = { readonly text: string; readonly isParked: boolean };

const told = (text: string, isParked = false): Told => ({ text, isParked });

const seconds = (value: number) => (value === 0 ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} s`);

/** How far each service is behind: in telling, in hearing, and with what it could not handle. */
export const lag = async (services: Services): Promise<Told> => {
  const rows = await Promise.all(Object.entries(services).map(lagRow));
  const lags = table([['SERVICE', 'UNPUBLISHED', 'OLDEST', 'BLOCKED', 'UNREAD', 'PARKED', 'OLDEST PARKED'], ...rows]);
  const blocked = rows.some((row) => row[3] !== '0') ? await blockedTable(services) : null;
  return told(
    blocked === null ? lags : `${lags}\n\n${blocked}`,
    rows.some((row) => row[5] !== '0' && row[5] !== '?'),
  );
};

const lagRow = async (service: readonly [string, string]): Promise<readonly string[]> => {
  // One service that is down must not hide how the others are.
  const found = await ask(service, 'lag', LAG).catch(() => null);
  if (!found) return [service[0], '?', '?', '?', '?', '?', 'does not answer'];
  const { outbox, partitions, parked } = found;
  const unread = partitions?.reduce((sum, each) => sum + each.lag, 0);
  return [
    service[0],
    String(outbox.rows),
    seconds(outbox.oldestSeconds),
    String(outbox.blockedAggregates),
    unread === undefined ? 'reads none' : String(unread),
    String(parked.events),
    seconds(parked.oldestSeconds),
  ];
};

/** All parked events, with the name by which the other commands know them. */
export const parked = async (services: Services): Promise<Told> => {
  const found = await Promise.all(
    Object.entries(services).map(async (service) => {
      const events = (await ask(service, 'parked?limit=1000', PARKED.array())) ?? [];
      return events.map((event) => [
        `${service[0]}/${event.id}`,
        event.type ?? '?',
        event.aggregateKey,
        event.parkedAt,
        String(event.attempts),
        event.behind ? 'waits behind another' : (event.cause.split('\n')[0] ?? ''),
      ]);
    }),
  );
  const rows = found.flat();
  if (rows.length === 0) return told('Nothing is parked.');
  return told(table([['ID', 'TYPE', 'AGGREGATE', 'PARKED AT', 'TRIED', 'CAUSE'], ...rows]), true);
};

/** `sales/7`: event 7 of those that sales has parked. */
const parkedId = (services: Services, text: string) => {
  const [name = '', id = ''] = text.split('/');
  return { service: serviceNamed(services, name), id };
};

const serviceNamed = (services: Services, name: string): readonly [string, string] => {
  const url = services[name];
  if (url) return [name, url];
  throw new Trouble(`There is no service ${name}: ${Object.keys(services).join(', ')}.`);
};

const noSuch = (id: string) => new Trouble(`No parked event is called ${id}: npm run events -- parked.`);

/** One parked event with its record as it came. */
export const show = async (services: Services, text: string): Promise<Told> => {
  const { service, id } = parkedId(services, text);
  const event = await ask(service, `parked/${encodeURIComponent(id)}`, RECORD);
  if (!event) throw noSuch(text);
  const { value, valueBase64: _bytes, headers, ...facts } = event;
  const rows = Object.entries(facts).map(([name, fact]) => [name, String(fact)]);
  return told([table(rows), 'headers', table(Object.entries(headers)), 'value', `  ${value ?? 'none'}`].join('\n'));
};

/** Tries again: one event (and those of its aggregate before it), or an aggregate in every service that parked it. */
export const redrive = async (services: Services, text: string): Promise<Told> => {
  if (!text.includes('/')) return redriveAggregate(services, text);
  const { service, id } = parkedId(services, text);
  if (!(await ask(service, `parked/${encodeURIComponent(id)}`, RECORD))) throw noSuch(text);
  return redriven([[service[0], await ask(service, 'redrive', REDRIVEN, { id })]]);
};

const redriveAggregate = async (services: Services, aggregateKey: string) => {
  const outcomes = await Promise.all(
    Object.entries(services).map(async (service) => {
      const events = (await ask(service, 'parked?limit=1000', PARKED.array())) ?? [];
      if (!events.some((event) => event.aggregateKey === aggregateKey)) return [];
      return [[service[0], await ask(service, 'redrive', REDRIVEN, { aggregateKey })] as const];
    }),
  );
  if (outcomes.flat().length === 0) throw new Trouble(`Nothing of ${aggregateKey} is parked.`);
  return redriven(outcomes.flat());
};

type Outcome = readonly [service: string, { readonly handled: number; readonly stillParked: number } | null];

const redriven = (outcomes: readonly Outcome[]) =>
  told(
    table([
      ['SERVICE', 'HANDLED', 'STILL PARKED'],
      ...outcomes.map(([service, outcome]) => [
        service,
        String(outcome?.handled ?? 0),
        String(outcome?.stillParked ?? 0),
      ]),
    ]),
    outcomes.some(([, outcome]) => (outcome?.stillParked ?? 0) > 0),
  );

/** Gives one event up for good. */
export const discard = async (services: Services, text: string): Promise<Told> => {
  const { service, id } = parkedId(services, text);
  if (!(await ask(service, 'discard', ANYTHING, { id }))) throw noSuch(text);
  return told(`${text} is given up. What waits behind it needs a redrive of the aggregate.`);
};

/** Lets the events of an aggregate go again that the broker refused, once the cause is gone. */
export const unblock = async (services: Services, aggregateId: string): Promise<Told> => {
  const where = await unblockIn(services, aggregateId);
  return told(`${aggregateId} is tried again by ${where.join(', ')}: npm run events -- lag tells whether it went.`);
};

/** Lets a service read its topics again, while it serves. */
export const replay = async (services: Services, name: string, from: string | undefined): Promise<Told> => {
  if (!from) throw new Trouble('Say from where: --from start, or --from 2026-11-22T09:00:00Z.');
  const time = new Date(from);
  if (from !== 'start' && Number.isNaN(time.getTime())) throw new Trouble(`--from ${from} is no time.`);
  await ask(serviceNamed(services, name), 'replay', ANYTHING, { from: from === 'start' ? from : time.toISOString() });
  return told(`${name} reads its topics again from ${from}: npm run events -- lag tells how far it is.`);
};
