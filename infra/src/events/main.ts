import { parseArgs } from 'node:util';

import { ROOT } from '../local/paths.ts';
import { Trouble, messageOf } from '../local/trouble.ts';
import { fail } from '../start/fail.ts';
import { layoutOf } from '../start/layout.ts';
import { absolute } from '../start/options.ts';
import { readState } from '../start/secrets.ts';
import { SUITE } from '../start/suite-file.ts';
import type { Services } from './ask.ts';
import { type Told, discard, lag, parked, redrive, replay, show, unblock } from './commands.ts';
import { servicesOfEnvironment } from './config.ts';

const USAGE = `npm run events -- COMMAND [--data FOLDER]
  lag                                    how far each service is behind, and what the broker refuses
  parked                                 events that could not be handled
  show SERVICE/ID                        one of them, with its record
  redrive SERVICE/ID | AGGREGATE         try again
  discard SERVICE/ID                     give it up for good
  unblock AGGREGATE                      send again what the broker refused
  replay SERVICE --from start | TIME     read the topics again, while serving
Ends with 0; with 1 when it could not be done, or a service could not say; with 3 when something is parked, or still is.`;

/** For scripts: events are parked. */
const STILL_PARKED = 3;

const OPTIONS = { data: { type: 'string', default: '.data' }, from: { type: 'string' } } as const;

const readArguments = () => {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new Trouble(`${messageOf(cause)}.\n${USAGE}`);
  }
};

const servicesOfSuite = async (data: string): Promise<Services> => {
  const layout = layoutOf(absolute(data, ROOT));
  const suite = await readState(layout.suite, SUITE).catch((error: unknown) => {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`No suite is running in ${layout.data}: npm start.`);
  });
  return Object.fromEntries(Object.entries(suite.services).map(([name, { operations }]) => [name, operations]));
};

type Command = (services: Services, argument: string, from: string | undefined) => Promise<Told>;

const ALONE: Readonly<Record<string, Command>> = { lag, parked };
const WITH_ARGUMENT: Readonly<Record<string, Command>> = { show, redrive, discard, unblock, replay };

const run = async () => {
  const { positionals, values } = readArguments();
  const [name = '', argument, ...more] = positionals;
  const command = argument === undefined ? ALONE[name] : WITH_ARGUMENT[name];
  if (!command || more.length > 0) throw new Trouble(USAGE);
  const services = servicesOfEnvironment() ?? (await servicesOfSuite(values.data));
  const { text, isParked, isIncomplete } = await command(services, argument ?? '', values.from);
  process.stdout.write(`${text}\n`);
  process.exitCode = exitCodeOf(isParked, isIncomplete);
};

/** What is not known may be worse than what is parked. */
const exitCodeOf = (isParked: boolean, isIncomplete: boolean) => {
  if (isIncomplete) return 1;
  return isParked ? STILL_PARKED : 0;
};

await run().catch(fail);
