import type { Clock } from '@crm/kernel';

import { type DirectoryRows, type TenantDirectory, buildDirectory } from './directory.ts';

export type CachedDirectory = {
  /** The tenant's directory, at most `ttlMs` old. Rejects when it cannot be loaded: no directory, no answer. */
  readonly of: (tenant: string) => Promise<TenantDirectory>;
  /** The next question loads anew; call it when a department, an employee or a role changed. */
  readonly invalidate: (tenant: string) => void;
};

type Entry = { readonly loadedAt: number; readonly directory: Promise<TenantDirectory> };

/** Far more than one process serves at a time; the tenant asked for longest ago gives way. */
const MAX_TENANTS = 1_000;

/** Keeps directories for a while. Questions that arrive together share one load; a failed load is not kept. */
export const cachedDirectory = ({
  load,
  ttlMs,
  clock,
  maxTenants = MAX_TENANTS,
}: {
  readonly load: (tenant: string) => Promise<DirectoryRows>;
  readonly ttlMs: number;
  readonly clock: Clock;
  readonly maxTenants?: number;
}): CachedDirectory => {
  const entries = new Map<string, Entry>();
  const isFresh = ({ loadedAt }: Entry) => clock.now().getTime() - loadedAt < ttlMs;

  const start = (tenant: string): Entry => {
    const entry = { loadedAt: clock.now().getTime(), directory: load(tenant).then(buildDirectory) };
    entry.directory.catch(() => {
      if (entries.get(tenant) === entry) entries.delete(tenant);
    });
    return entry;
  };

  return {
    of: (tenant) => {
      const kept = entries.get(tenant);
      const entry = kept && isFresh(kept) ? kept : start(tenant);
      entries.delete(tenant);
      entries.set(tenant, entry);
      const [oldest] = entries.keys();
      if (entries.size > maxTenants && oldest !== undefined) entries.delete(oldest);
      return entry.directory;
    },
    invalidate: (tenant) => {
      entries.delete(tenant);
    },
  };
};
