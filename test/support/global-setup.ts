import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { announceSuite, nodeEnvironment } from './config.ts';
import { ANNOUNCEMENT } from './announcement.ts';

/** Jest loads setup and teardown apart from each other, in one process. */
export type Shared = typeof globalThis & { crmSuite?: ChildProcess };

const PROGRAM = path.join(import.meta.dirname, 'suite-process.ts');

/** Once per run of Jest, before the first end-to-end spec. The suite ends when its standard input does: with us. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export.
export default async function setUp(): Promise<void> {
  const suite = spawn(process.execPath, ['--conditions=source', PROGRAM], {
    env: nodeEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = await Promise.race([announcement(suite.stdout), once(suite, 'exit').then(() => null)]);
  if (said === null) throw new Error('The suite did not start.');
  announceSuite(said);
  // Our own name on the global object, set and read here and in the teardown alone.
  (globalThis as Shared).crmSuite = suite;
}

const announcement = async (output: Readable): Promise<string | null> => {
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith(ANNOUNCEMENT)) {
      output.resume();
      return line.slice(ANNOUNCEMENT.length);
    }
  }
  return null;
};
