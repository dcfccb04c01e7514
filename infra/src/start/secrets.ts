import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, statfs } from 'node:fs/promises';

import { z } from 'zod';

import { privateKey, publicPart, writePrivate } from '../issuer/keys.ts';
import type { PrivateJwk } from '../issuer/keys.ts';
import { Trouble } from '../local/trouble.ts';
import type { Layout } from './layout.ts';

const SECRETS = z.object({
  /** Of the database server's superuser. */
  postgres: z.string().min(1),
  /** Of the services' roles. */
  databases: z.string().min(1),
  serviceAccount: z.string().min(1),
  /** The issuer's port: tokens name their issuer, so it comes back to the same address while that is free. */
  issuerPort: z.number().int().nullable(),
});
export type Secrets = z.infer<typeof SECRETS>;

const secret = () => randomBytes(18).toString('base64url');

const fresh = (): Secrets => ({
  postgres: secret(),
  databases: secret(),
  serviceAccount: secret(),
  issuerPort: null,
});

/** Makes the data folder. Refuses (Trouble) what is no folder. */
export const openData = async ({ data, logs }: Layout) => {
  const found = await stat(data).catch(() => null);
  if (found && !found.isDirectory()) throw new Trouble(`${data} is no folder: remove it, or give another by --data.`);
  await mkdir(logs, { recursive: true });
  const { bavail, bsize } = await statfs(data);
  const free = (bavail * bsize) / MEBIBYTE;
  if (free < NEEDED_MEBIBYTES) {
    throw new Trouble(
      `The disk of ${data} is full: ${free.toFixed(0)} MB are free, ${String(NEEDED_MEBIBYTES)} are needed. Free some, or give another folder by --data.`,
    );
  }
};

const MEBIBYTE = 1_048_576;
/** Postgres and Kafka write some hundred megabytes before there is any data. */
const NEEDED_MEBIBYTES = 500;

/** Reads a file of ours by its shape. Refuses (Trouble) one that was damaged. */
export const readState = async <T>(file: string, shape: z.ZodType<T>): Promise<T> => {
  const text = await readFile(file, 'utf8');
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Trouble(`${file} is damaged: npm run reset starts afresh.`);
  }
};

export const saveSecrets = ({ secrets }: Layout, value: Secrets) =>
  writePrivate(secrets, JSON.stringify(value, null, 2));

/** The passwords of this data folder, made when there are none. */
export const openSecrets = async (layout: Layout): Promise<Secrets> => {
  if (!existsSync(layout.secrets)) await saveSecrets(layout, fresh());
  return readState(layout.secrets, SECRETS);
};

export type Keys = { readonly issuer: PrivateJwk };

/** The keys of this data folder: the issuer's, and the gateway's with the key set that subgraphs read. */
export const openKeys = async (layout: Layout): Promise<Keys> => {
  const issuer = await privateKey(layout.issuerKey, 'ES256');
  const assertion = await privateKey(layout.assertionKey, 'EdDSA');
  await writePrivate(layout.assertionJwks, JSON.stringify({ keys: [publicPart(assertion)] }));
  return { issuer };
};
