import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
/** What decides about the code, copied as it is. */
const JUDGES = [
  'eslint.config.js',
  '.dependency-cruiser.mjs',
  'tsconfig.json',
  'tsconfig.base.json',
  'package.json',
  'tools/eslint',
];

export type Files = Readonly<Record<string, string>>;

/** A repository of its own with the rules of this one and the given files. */
export const plant = async (files: Files) => {
  const root = await mkdtemp(path.join(tmpdir(), 'crm-architecture-'));
  for (const judge of JUDGES) await cp(path.join(ROOT, judge), path.join(root, judge), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  await linkModules(root);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
};

/** The installed packages, except that `@crm/…` means the planted ones. */
const linkModules = async (root: string) => {
  await mkdir(path.join(root, 'node_modules/@crm'), { recursive: true });
  const installed = await readdir(path.join(ROOT, 'node_modules'));
  const others = installed.filter((name) => name !== '@crm' && !name.startsWith('.'));
  await Promise.all(
    others.map((name) => symlink(path.join(ROOT, 'node_modules', name), path.join(root, 'node_modules', name))),
  );
  const packages = [...(await readdir(path.join(root, 'packages'))).map((name) => `packages/${name}`), 'infra'];
  await Promise.all(
    packages.map((folder) =>
      symlink(path.join(root, folder), path.join(root, 'node_modules/@crm', path.basename(folder))),
    ),
  );
};

/** What a tool writes; that it exits with an error is the point here. */
export const run = (root: string, tool: string, args: readonly string[]) =>
  new Promise<string>((resolve, reject) => {
    const bin = path.join(ROOT, 'node_modules/.bin');
    const env = { PATH: `${bin}${path.delimiter}/usr/bin${path.delimiter}/bin`, HOME: root };
    execFile(path.join(bin, tool), args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve(stdout);
    });
  });
