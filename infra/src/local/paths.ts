import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** The project's root folder. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** What is fetched or built once and can be thrown away: broker jars, cluster templates, compiled code. */
export const CACHE = join(ROOT, '.cache');

/** A short name for contents: the same contents, the same folder; other contents, a new one. */
export const fingerprint = (...contents: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const each of contents) hash.update(each);
  return hash.digest('hex').slice(0, 12);
};
