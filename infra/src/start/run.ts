import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';

import { type DemoPerson, seedDemo } from '../demo/index.ts';
import { writePrivate } from '../issuer/keys.ts';
import { readExternal } from './config.ts';
import { messageOf } from '../local/trouble.ts';
import { type Answer, type Lending, openControl } from './control.ts';
import { gatewayPort, isUsual } from './gateway-port.ts';
import type { Part } from './keep-running.ts';
import { SERVICES, layoutOf } from './layout.ts';
import { endLeftOvers } from './left-overs.ts';
import type { StartOptions } from './options.ts';
import { serviceEnv } from './parts.ts';
import { tokenFor } from './sample-tokens.ts';
import { type Say, sayTo } from './say.ts';
import { openData, openKeys, openSecrets } from './secrets.ts';
import { shutDown } from './shut-down.ts';
import { type Foundation, type Registry, type Running, brokersOf, startSuite, writeDown } from './suite.ts';
import { summaryOf } from './summary.ts';
import { watchSources } from './watch.ts';

/** Sample tokens last a day: a suite that runs longer gets new ones in time. */
const RENEW_TOKENS_MS = 12 * 3_600_000;

const layFoundation = async (options: StartOptions, say: Say, signal: AbortSignal): Promise<Foundation> => {
  const layout = layoutOf(options.data);
  const port = await gatewayPort(options.port);
  if (options.port === null && !isUsual(port)) say.always(`Port 4000 is taken: the gateway takes ${String(port)}.`);
  const cleared = await endLeftOvers(layout.processes);
  if (cleared > 0) say.note(`ended ${String(cleared)} left-over processes of a run that was killed`);
  const [secrets, keys] = [await openSecrets(layout), await openKeys(layout)];
  return { layout, external: readExternal(SERVICES), secrets, keys, gatewayPort: port, say, signal };
};

/**
 * Creates the demo company in a data folder that has none. Its people are there when this resolves, since tokens are
 * made for them; its customers follow while the suite is used already.
 */
const seedOnce = async ({ foundation, gateway, minting }: Running) => {
  const { layout, say, signal, gatewayPort: port } = foundation;
  if (!gateway || !minting || existsSync(layout.demoComplete)) return;
  const since = Date.now();
  const context = {
    gateway: `http://127.0.0.1:${String(port)}/graphql`,
    tokenFor: (person: DemoPerson) => tokenFor(minting, person),
    say: say.note,
  };
  const incomplete = (error: unknown) => {
    if (signal.aborted) return;
    // Everything else works without it: better a suite without samples than none.
    say.always(`The demo company is not complete (${messageOf(error)}): the next start goes on with it.`);
  };
  const fill = async (customers: () => Promise<void>) => {
    await customers();
    await writePrivate(layout.demoComplete, 'yes');
    say.done('demo company', since);
  };
  try {
    const { people, customers } = await seedDemo(context);
    await writePrivate(layout.people, JSON.stringify(people));
    void fill(customers).catch(incomplete);
  } catch (error) {
    incomplete(error);
  }
};

const lendFrom = async (running: Running | null, name: string): Promise<Answer> => {
  const part = running?.services.get(name);
  const placed = running?.placed.find((each) => each.name === name);
  if (!running || !part || !placed) return { refused: `The suite runs no ${name}.` };
  if (part.pid() === null) return { refused: `${name} is not running in the suite, or lent already.` };
  await part.stop(3_000);
  const { layout, external, say } = running.foundation;
  say.note(`${name} is lent`);
  return { env: serviceEnv(placed, brokersOf(running.broker), layout, external.logLevel) };
};

/** Everything a run has opened so far; what is here is closed at its end, however it ends. */
type Session = {
  readonly options: StartOptions;
  readonly say: Say;
  readonly signal: AbortSignal;
  readonly parts: Part[];
  running: Running | null;
};

const lendingOf = (session: Session): Lending => ({
  lend: (service) => lendFrom(session.running, service),
  giveBack: (service) => {
    if (session.signal.aborted) return;
    session.say.note(`${service} is given back`);
    void takeBack(session, service);
  },
});

const TAKE_BACK_PAUSE_MS = 2_000;

/** Whoever gave it back may have done so because something it needs is down: that comes back, and so does it. */
const takeBack = async ({ running, signal, say }: Session, service: string): Promise<void> => {
  while (!signal.aborted) {
    try {
      await running?.services.get(service)?.start();
      return;
    } catch (error) {
      say.always(messageOf(error));
      await new Promise((resolve) => setTimeout(resolve, TAKE_BACK_PAUSE_MS));
    }
  }
};

const registryOf = (session: Session): Registry => ({
  add: (part) => {
    if (part) session.parts.push(part);
    return part;
  },
  changed: () => {
    if (session.running && !session.signal.aborted) void writeDown(session.running);
  },
});

const bringUp = async (session: Session): Promise<Running> => {
  const { options, say, signal } = session;
  const running = await startSuite(await layFoundation(options, say, signal), registryOf(session));
  session.running = running;
  if (options.demo) await seedOnce(running);
  const suite = await writeDown(running);
  const summary = summaryOf(suite, running.gateway?.pid() ?? null, process.pid);
  say.always(options.quiet ? suite.gateway : `\n${summary}`);
  if (options.watch) watchSources(running, signal);
  return running;
};

/** Runs the suite until `signal`; resolves when all of it has stopped. Rejects when it did not come up. */
export const runSuite = async (options: StartOptions, signal: AbortSignal, kill: AbortSignal): Promise<void> => {
  const session: Session = { options, say: sayTo(options.quiet), signal, parts: [], running: null };
  const layout = layoutOf(options.data);
  await openData(layout);
  const control = await openControl(layout.control, lendingOf(session));
  signal.addEventListener('abort', () => {
    for (const part of session.parts) part.retire();
  });
  kill.addEventListener('abort', () => {
    for (const part of session.parts) part.kill();
  });
  try {
    await untilStopped(await bringUp(session), signal);
  } finally {
    await shutDown(session.parts);
    await session.running?.issuer.stop();
    await session.running?.registry.stop();
    await rm(layout.suite, { force: true });
    await rm(layout.processes, { force: true });
    await control.close();
  }
};

const untilStopped = async (running: Running, signal: AbortSignal) => {
  const renewal = setInterval(() => void writeDown(running), RENEW_TOKENS_MS);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
  clearInterval(renewal);
};
