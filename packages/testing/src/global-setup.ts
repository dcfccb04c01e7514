import { announceHarness, testConfig } from './config.ts';
import { type Harness, startHarness } from './harness-process.ts';

/** Jest loads setup and teardown apart from each other, in one process. */
type Shared = typeof globalThis & { crmHarness?: Harness };

/** Once per run of Jest, before the first spec. A run inside another one uses the other's harness. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export.
export default async function setUp(): Promise<void> {
  if (testConfig().harness !== null) return;
  const harness = await startHarness();
  // Our own name on the global object, set and read here and in the teardown alone.
  (globalThis as Shared).crmHarness = harness;
  announceHarness(harness.socket);
}
