import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { nodeEnvironment, suiteUnderTest } from '../support/config.ts';

const PROGRAM = path.join(import.meta.dirname, '../../infra/src/events/main.ts');

/** What an operator sees of `npm run events -- …`, and how it ends. */
export const operate = async (...args: readonly string[]) => {
  const services = Object.entries(suiteUnderTest().services).map(([name, { operations }]) => [name, operations]);
  const child = spawn(process.execPath, ['--conditions=source', PROGRAM, ...args], {
    env: { ...nodeEnvironment(), EVENTS_SERVICES: JSON.stringify(Object.fromEntries(services)) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { text: said + complained, code: child.exitCode };
};
