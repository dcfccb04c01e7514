import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { type JWK, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

import { Trouble } from '../local/trouble.ts';

export type PrivateJwk = JWK & { readonly kid: string; readonly alg: string };

/** The private key kept in `file` (mode 0600), made when there is none. Refuses (Trouble) a file that holds none. */
export const privateKey = async (file: string, alg: 'ES256' | 'EdDSA'): Promise<PrivateJwk> => {
  if (!existsSync(file)) await writePrivate(file, JSON.stringify(await newKey(alg)));
  try {
    const jwk: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isPrivateJwk(jwk)) return jwk;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new Trouble(`${file} holds no key: npm run reset starts afresh.`);
};

const isPrivateJwk = (value: unknown): value is PrivateJwk =>
  typeof value === 'object' && value !== null && 'kid' in value && 'alg' in value && 'd' in value;

const newKey = async (alg: 'ES256' | 'EdDSA'): Promise<PrivateJwk> => {
  const { privateKey: key } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(key);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
};

/** Writes a file that only its owner reads, complete or not at all. */
export const writePrivate = async (file: string, content: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
};

/** What others may know of a key. */
export const publicPart = ({ d: _secret, ...rest }: JWK): JWK => rest;
