import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { LRUCache } from 'lru-cache';

import type { Log } from '../log.ts';
import { oneAtATime } from '../supergraph/turns.ts';
import { hashOf } from './automatic.ts';
import { type Manifest, manifestOf } from './manifest.ts';

const WATCH_MS = 500;
const RETRY_MS = 2_000;
/** The draft on persisted documents writes an id with its algorithm. */
const ALGORITHM = /^sha256:/;

/** What clients have registered, as the manifests say at the moment. */
export type Registered = {
  readonly byId: (id: string) => string | null;
  readonly isRegistered: (document: string) => boolean;
  readonly stop: () => Promise<void>;
};

/**
 * Reads manifests and watches them: a changed file is taken when all of them can be read, otherwise what was registered
 * stays and the log says why. Rejects when they cannot be read at the start.
 */
export const registeredIn = async (files: readonly string[], log: Log): Promise<Registered> => {
  let documents = await readAll(files);
  let texts = new Set(documents.values());
  const reloads = oneAtATime(
    RETRY_MS,
    async () => {
      documents = await readAll(files);
      texts = new Set(documents.values());
      log.info({ operations: documents.size }, 'documents: manifests taken');
    },
    (err, isNews) => {
      if (isNews) log.error({ err }, 'documents: manifests not taken, what was registered stays');
    },
  );
  for (const each of files) watchFile(each, { interval: WATCH_MS, persistent: false }, reloads.ask);
  return {
    byId: (id) => documents.get(id) ?? documents.get(id.replace(ALGORITHM, '')) ?? null,
    isRegistered: (document) => texts.has(document),
    stop: async () => {
      for (const each of files) unwatchFile(each, reloads.ask);
      await reloads.stop();
    },
  };
};

const readAll = async (files: readonly string[]): Promise<Manifest> => {
  const manifests = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new Error(`PERSISTED_MANIFESTS: there is no manifest at ${file}`, { cause });
      });
      const manifest = manifestOf(text);
      if (!manifest.ok) throw new Error(`PERSISTED_MANIFESTS: ${file} is not taken: ${manifest.refusal}`);
      return [...manifest.value];
    }),
  );
  return new Map(manifests.flat());
};

const TOLD = 1_000;

/** Writes each document to the log once: by its hash, as its text may hold somebody's data. */
export const unregisteredIn = (log: Log) => {
  const told = new LRUCache<string, true>({ max: TOLD });
  return (document: string) => {
    const hash = hashOf(document);
    if (told.has(hash)) return;
    told.set(hash, true);
    const operation = /\b(?:query|mutation|subscription)\s+(\w{1,64})/.exec(document)?.[1] ?? null;
    log.warn({ hash, operation }, 'documents: served, but not registered');
  };
};
