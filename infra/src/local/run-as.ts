import { statSync } from 'node:fs';
import { dirname } from 'node:path';

import { type Tool, run } from './tool.ts';
import { Trouble } from './trouble.ts';

export type User = { readonly name: string; readonly uid: number; readonly gid: number };

const isRoot = () => process.getuid?.() === 0;

const lookUp = async (name: string): Promise<User | null> => {
  const [uid, gid] = await Promise.all([
    run({ command: 'id', args: ['-u', name] }),
    run({ command: 'id', args: ['-g', name] }),
  ]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
};

const OUR_USER = 'crm-postgres';

/**
 * Postgres refuses to run as root. Started by root, we lend it the first of: the system's own `postgres` user, one
 * made for it, `nobody`. Null when we are not root: then it runs as us.
 */
export const databaseUser = async (): Promise<User | null> => {
  if (!isRoot()) return null;
  for (const name of ['postgres', OUR_USER]) {
    const user = await lookUp(name);
    if (user) return user;
  }
  await run({ command: 'useradd', args: ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OUR_USER] });
  const user = (await lookUp(OUR_USER)) ?? (await lookUp('nobody'));
  if (user) return user;
  throw new Trouble('Postgres refuses to run as root and no other user could be made: start as an ordinary user.');
};

/** Whether `user` may pass through every folder above and including `path`. */
const canReach = (user: User, path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const mask = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & mask) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
};

/**
 * How to run a program as `user` in these folders. Where the folders lie under one that only root may enter (`/root`,
 * say), the program keeps root's right to pass through folders, and no other: nothing needs to be moved or opened.
 */
export const asUser = async (user: User | null, folders: readonly string[], tool: Tool): Promise<Tool> => {
  if (!user) return tool;
  if (folders.every((each) => canReach(user, each))) return { ...tool, as: { uid: user.uid, gid: user.gid } };
  const setpriv = await run({ command: 'setpriv', args: ['--version'] });
  if (setpriv.code !== 0) {
    throw new Trouble(
      `Postgres runs as user ${user.name}, who cannot enter ${folders.join(' or ')}: ` +
        'move the project out of the private folder, or start as an ordinary user.',
    );
  }
  const rights = '+dac_override';
  const as = [`--reuid=${String(user.uid)}`, `--regid=${String(user.gid)}`, '--clear-groups'];
  return {
    ...tool,
    command: 'setpriv',
    args: [...as, `--inh-caps=${rights}`, `--ambient-caps=${rights}`, '--', tool.command, ...tool.args],
  };
};
