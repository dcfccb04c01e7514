import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { Client } from 'pg';

/** Under which records are kept whose tenant cannot be read. */
const NO_TENANT = '00000000-0000-0000-0000-000000000000';

const TABLES = `select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm') order by 1`;

/** As it is written in a column of bytes. */
const hexOf = (text: string) => Buffer.from(text).toString('hex');

/** In which tables of a database the texts stand, in whatever column: each as `table: text`. */
export const inTables = async (ownerUrl: string, tenant: string, texts: readonly string[]): Promise<string[]> => {
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  const found = new Set<string>();
  try {
    const { rows: tables } = await database.query<{ name: string }>(TABLES);
    // Rows are seen by tenant, also by the owner; what was put aside without a readable tenant has the nil one.
    for (const one of [tenant, NO_TENANT]) {
      await database.query(`select set_config('app.tenant', $1, false)`, [one]);
      for (const { name } of tables) {
        const { rows } = await database.query<{ text: string }>(
          `select distinct text from unnest($1::text[], $2::text[]) as wanted (text, hex), ${name} as t
            where position(text in t::text) > 0 or position(hex in t::text) > 0`,
          [texts, texts.map(hexOf)],
        );
        for (const { text } of rows) found.add(`${name}: ${text}`);
      }
    }
  } finally {
    await database.end();
  }
  return [...found].sort();
};

/** In which files of a broker the texts stand, byte for byte: each as `topic partition/file: text`. */
export const inFiles = async (folder: string, texts: readonly string[]): Promise<string[]> => {
  const wanted = texts.map((text) => ({ text, bytes: Buffer.from(text) }));
  const found: string[] = [];
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const place = path.join(file.parentPath, file.name);
    const content = await bytesOf(place);
    for (const { text, bytes } of wanted) {
      if (content.includes(bytes)) found.push(`${path.relative(folder, place)}: ${text}`);
    }
  }
  return found.sort();
};

const EMPTY = Buffer.alloc(0);

/** What was ever written to a file: indexes are made large at once, and are holes until something is. */
const bytesOf = async (place: string): Promise<Buffer> => {
  try {
    return (await stat(place)).blocks === 0 ? EMPTY : await readFile(place);
  } catch {
    // A segment that goes while we look holds nothing any more.
    return EMPTY;
  }
};
