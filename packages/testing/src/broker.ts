import { testConfig } from './config.ts';
import { sharedServer } from './harness-client.ts';
import { local } from './provide-local.ts';
import type { OwnBroker } from './provider.ts';
import type { SmallDisk } from './small-disk.ts';

export type TestBroker = OwnBroker;

const notOurs = () => Promise.reject(new Error('Other specs share this broker: ask for one of your own to break it.'));

/**
 * The broker of this test run, shared: use topic and group names of your own. `own: true` gives one that the spec
 * alone uses and may kill and restart; it takes a second or two and ends with `stop`, or with the process. `disk`: one
 * of its own that keeps its data there.
 */
export const startBroker = async ({
  own = false,
  disk,
}: { readonly own?: boolean; readonly disk?: SmallDisk } = {}): Promise<TestBroker> => {
  if (own || disk) return ownBroker(disk);
  const brokers = testConfig().kafkaBrokers ?? (await sharedServer('broker')).split(',');
  const breaking = { kill: notOurs, restart: notOurs, exited: notOurs, freeze: notOurs, thaw: notOurs };
  return { brokers, stop: () => Promise.resolve(), ...breaking };
};

const ownBroker = async (disk: SmallDisk | undefined): Promise<TestBroker> => {
  if (testConfig().provider === 'local' || disk) return local.ownBroker(disk?.folder);
  // Loaded only where it is used: it is large.
  const { containers } = await import('./provide-containers.ts');
  return containers.ownBroker();
};
