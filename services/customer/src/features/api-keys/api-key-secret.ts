import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Id } from '@crm/kernel';

import type { ApiKeyId } from './api-key.rules.ts';

const SECRET_BYTES = 32;

/**
 * A new secret: 256 random bits. What is kept is its SHA-256 alone. A slow hash is for passwords, which can be guessed;
 * of these there is nothing to guess, and the hash is asked for at each sign-in.
 */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether it is the kept hash, in constant time. `said` is what the gateway made of the secret, in base64url. */
export const isHash = (said: string, kept: Uint8Array): boolean => {
  const given = Buffer.from(said, 'base64url');
  return given.byteLength === kept.byteLength && timingSafeEqual(given, kept);
};

/** The key as its holder writes it: whose, which, and what only the holder knows. */
export const keyText = (tenant: Id<'Tenant'>, id: ApiKeyId, secret: string): string =>
  `crm_${[tenant, id].map((each) => each.replaceAll('-', '')).join('')}_${secret}`;
