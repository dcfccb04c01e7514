import { once } from 'node:events';

import type { Shared } from './global-setup.ts';

/** Lets the suite go, and waits until it has. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export.
export default async function tearDown(): Promise<void> {
  // Our own name on the global object, set by the setup.
  const { crmSuite: suite } = globalThis as Shared;
  if (suite?.exitCode !== null) return;
  suite.stdin?.end();
  await once(suite, 'exit');
}
