import type { Harness } from './harness-process.ts';

/** Once per run of Jest, after the last spec: nothing that was started is left. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export.
export default async function tearDown(): Promise<void> {
  // Our own name on the global object, set by the setup.
  const { crmHarness } = globalThis as typeof globalThis & { crmHarness?: Harness };
  await crmHarness?.stop();
}
