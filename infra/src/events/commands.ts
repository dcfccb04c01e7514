import { Trouble } from '../local/trouble.ts';
import { table } from '../start/table.ts';
import {
  ANYTHING,
  LAG,
  type Lag,
  PARKED,
  type Parked,
  RECORD,
  REDRIVEN,
  type Redriven,
  type Services,
  ask,
  askAll,
  askFor,
} from './ask.ts';
import { blockedTable } from './blocked.ts';

/** What is printed; whether something stays parked, and what is not known: the exit code tells scripts. */
export type Told = { readonly text: string; readonly isParked: boolean; readonly isIncomplete: boolean };

/** `troubles`: of services that could not say. */
const told = (text: string, isParked = false, troubles: readonly string[] = []): Told => ({
  text: [text, ...troubles].join('\n'),
  isParked,
  isIncomplete: troubles.length > 0,
});

const seconds = (value: number) => (value === 0 ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} s`);

/** How far each service is behind: in telling, in hearing, and with what it could not handle. */
export const lag = async (services: Services): Promise<Told> => {
  const { answers: lags, troubles } = await askAll(services, async (service) => ({
    name: service[0],
    lag: await askFor(service, 'lag', LAG),
  }));
  const rows = lags.map(lagRow);
  const deaf = lags.filter((each) => each.lag.partitions === null);
  const unknown = deaf.map(({ name }) => `${name}: it is not known what is left to read: is its broker there?`);
  const blocked = lags.some((each) => each.lag.outbox.blockedAggregates > 0) ? await blockedTable(services) : null;
  const heads = ['SERVICE', 'UNPUBLISHED', 'OLDEST', 'BLOCKED', 'UNREAD', 'PARKED', 'OLDEST PARKED'];
  return told(
    [table([heads, ...rows]), ...(blocked === null ? [] : ['', blocked])].join('\n'),
    lags.some((each) => each.lag.parked.events > 0),
    [...unknown, ...troubles],
  );
};

const lagRow = ({ name, lag: { outbox, partitions, parked } }: { readonly name: string; readonly lag: Lag }) => [
  name,
  String(outbox.rows),
  seconds(outbox.oldestSeconds),
  String(outbox.blockedAggregates),
  partitions === null ? '?' : String(partitions.reduce((sum, each) => sum + each.lag, 0)),
  String(parked.events),
  seconds(parked.oldestSeconds),
];

/** As many as a service lists at once. */
const AT_MOST = 1_000;

/** Parked events, the oldest of each service, with the name by which the other commands know them. */
export const parked = async (services: Services): Promise<Told> => {
  const { answers, troubles } = await askAll(services, async (service) => {
    const events = await askFor(service, `parked?limit=${String(AT_MOST)}`, PARKED.array());
    return { name: service[0], events };
  });
  const rows = answers.flatMap(({ name, events }) => events.map((event) => parkedRow(name, event)));
  const cut = answers.filter(({ events }) => events.length === AT_MOST);
  const more = cut.map(({ name }) => `${name} may have parked more: these are its oldest ${String(AT_MOST)}.`);
  if (rows.length === 0) return told(troubles.length > 0 ? '' : 'Nothing is parked.', false, troubles);
  const listed = table([['ID', 'TYPE', 'AGGREGATE', 'PARKED AT', 'TRIED', 'CAUSE'], ...rows]);
  return told([listed, ...more].join('\n'), true, troubles);
};

const parkedRow = (service: string, event: Parked) => [
  `${service}/${event.id}`,
  event.type ?? '?',
  event.aggregateKey,
  event.parkedAt,
  String(event.attempts),
  event.behind ? 'waits behind another' : (event.cause.split('\n')[0] ?? ''),
];

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
  return redriven([[service[0], await askFor(service, 'redrive', REDRIVEN, { id })]]);
};

const redriveAggregate = async (services: Services, aggregateKey: string) => {
  const { answers, troubles } = await askAll(services, async (service): Promise<readonly Outcome[]> => {
    const first = `parked?limit=1&aggregateKey=${encodeURIComponent(aggregateKey)}`;
    if ((await askFor(service, first, PARKED.array())).length === 0) return [];
    return [[service[0], await askFor(service, 'redrive', REDRIVEN, { aggregateKey })]];
  });
  const outcomes = answers.flat();
  if (outcomes.length === 0) throw new Trouble([`Nothing of ${aggregateKey} is parked.`, ...troubles].join('\n'));
  return redriven(outcomes, troubles);
};

type Outcome = readonly [service: string, Redriven];

const redriven = (outcomes: readonly Outcome[], troubles: readonly string[] = []) => {
  const rows = outcomes.map(([service, { handled, stillParked }]) => [service, String(handled), String(stillParked)]);
  return told(
    table([['SERVICE', 'HANDLED', 'STILL PARKED'], ...rows]),
    outcomes.some(([, { stillParked }]) => stillParked > 0),
    troubles,
  );
};

/** Gives one event up for good. */
export const discard = async (services: Services, text: string): Promise<Told> => {
  const { service, id } = parkedId(services, text);
  if (!(await ask(service, 'discard', ANYTHING, { id }))) throw noSuch(text);
  return told(`${text} is given up. What waits behind it needs a redrive of the aggregate.`);
};

/** Lets the relays try an aggregate's events again that the broker refused, once the cause is gone. */
export const unblock = async (services: Services, aggregateId: string): Promise<Told> => {
  const { answers, troubles } = await askAll(services, async (service) =>
    (await ask(service, 'unblock', ANYTHING, { aggregateId })) ? [service[0]] : [],
  );
  const where = answers.flat();
  if (where.length === 0) {
    const none = `${aggregateId} is not blocked: npm run events -- lag lists what is.`;
    throw new Trouble([none, ...troubles].join('\n'));
  }
  const text = `${aggregateId} is tried again by ${where.join(', ')}: npm run events -- lag tells whether it went.`;
  return told(text, false, troubles);
};

/** Lets a service read its topics again, while it serves. */
export const replay = async (services: Services, name: string, from: string | undefined): Promise<Told> => {
  if (!from) throw new Trouble('Say from where: --from start, or --from 2026-11-22T09:00:00Z.');
  const time = new Date(from);
  if (from !== 'start' && Number.isNaN(time.getTime())) throw new Trouble(`--from ${from} is no time.`);
  await askFor(serviceNamed(services, name), 'replay', ANYTHING, {
    from: from === 'start' ? from : time.toISOString(),
  });
  return told(`${name} reads its topics again from ${from}: npm run events -- lag tells how far it is.`);
};
