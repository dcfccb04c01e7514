import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A disk that can be filled: a piece of memory with a folder's name. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes whatever room is left. */
  readonly fill: () => Promise<void>;
  /** Gives back what `fill` took. */
  readonly free: () => Promise<void>;
  readonly resize: (mebibytes: number) => Promise<void>;
  /** Takes it away. Whoever writes there must have ended. */
  readonly stop: () => Promise<void>;
};

const run = promisify(execFile);

const sizeOf = (mebibytes: number) => `size=${String(mebibytes)}m`;

/** Whether this process may mount a disk: on most machines that takes root. Asked when specs are declared. */
export const mayMountDisks = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'crm-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', sizeOf(1), 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return mounted;
};

/** Mounts a disk of so many mebibytes. Throws where `mayMountDisks` says no. */
export const startSmallDisk = async (mebibytes: number): Promise<SmallDisk> => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', sizeOf(mebibytes), 'tmpfs', folder]);
  const leave = () => {
    // Lazily: a process that is just ending may still hold a file.
    spawnSync('umount', ['-l', folder]);
  };
  process.once('exit', leave);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => rm(ballast, { force: true }),
    resize: async (to) => {
      await run('mount', ['-o', `remount,${sizeOf(to)}`, folder]);
    },
    stop: async () => {
      process.off('exit', leave);
      leave();
      await rmdir(folder);
    },
  };
};

const CHUNK = Buffer.alloc(65_536);
const SMALLEST = 512;

const fillUp = async (path: string) => {
  const file = await open(path, 'a');
  try {
    for (let size = CHUNK.length; size >= SMALLEST; size >>= 1) {
      while (await takes(() => file.appendFile(CHUNK.subarray(0, size))));
    }
  } finally {
    await file.close();
  }
};

const takes = (write: () => Promise<void>) =>
  write().then(
    () => true,
    () => false,
  );
