import { testConfig } from './config.ts';
import { sharedServer } from './harness-client.ts';
import { local } from './provide-local.ts';
import type { OwnBroker } from './provider.ts';

export type TestBroker = OwnBroker;

const notOurs = () => Promise.reject(new Error('Other specs share this broker: ask for one of your own to break it.'));

/**
 * The broker of this test run, shared: use topic and group names of your own. `own: true` gives one that the spec
 * alone uses and may kill and restart; it takes a second or two and ends with `stop`, or with the process.
 */
export const startBroker = async ({ own = false }: { readonly own?: boolean } = {}): Promise<TestBroker> => {
  if (own) return ownBroker();
  const brokers = testConfig().kafkaBrokers ?? (await sharedServer('broker')).split(',');
  return { brokers, stop: () => Promise.resolve(), kill: notOurs, restart: notOurs, freeze: notOurs, thaw: notOurs };
};

const ownBroker = async (): Promise<TestBroker> => {
  if (testConfig().provider === 'local') return local.ownBroker();
  // Loaded only where it is used: it is large.
  const { containers } = await import('./provide-containers.ts');
  return containers.ownBroker();
};
