import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';

const REMEMBERED = 10_000;
const REMEMBERED_CHARACTERS = 8_000_000;

/**
 * Documents that clients registered by asking them once ("automatic persisted queries"), by SHA-256 of their text. The
 * least recently asked are forgotten first; their clients are told so, and send the text again.
 */
export const createAutomatic = (most: { readonly documents: number; readonly characters: number } = STANDARD) => {
  const documents = new LRUCache<string, string>({
    max: most.documents,
    maxSize: most.characters,
    sizeCalculation: (text) => text.length,
  });
  return {
    find: (hash: string): string | null => documents.get(hash) ?? null,
    register: (hash: string, document: string) => {
      documents.set(hash, document);
    },
    count: () => documents.size,
  };
};

const STANDARD = { documents: REMEMBERED, characters: REMEMBERED_CHARACTERS };

export type Automatic = ReturnType<typeof createAutomatic>;

export const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');
