import { testConfig } from './config.ts';
import { local } from './provide-local.ts';
import type { OwnPostgres } from './provider.ts';

export type TestDatabaseServer = OwnPostgres;

/** A database server that the spec alone uses and may crash and restart; durable, unlike the run's. Takes some seconds. */
export const startDatabaseServer = async (): Promise<TestDatabaseServer> => {
  if (testConfig().provider === 'local') return local.ownPostgres();
  // Loaded only where it is used: it is large.
  const { containers } = await import('./provide-containers.ts');
  return containers.ownPostgres();
};
