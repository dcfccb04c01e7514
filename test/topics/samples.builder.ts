import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { suiteUnderTest } from '../support/config.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLES = path.join(ROOT, 'infra/samples');
const PLACE = path.join(ROOT, '.cache/samples');
const PYTHON = path.join(PLACE, 'bin/python');
const REQUIREMENTS = path.join(SAMPLES, 'requirements.txt');
const DONE = path.join(PLACE, 'installed.txt');
const PATIENCE_MS = 120_000;
const runFile = promisify(execFile);

const succeeds = (program: string, ...args: readonly string[]) =>
  spawnSync(program, args, { stdio: 'ignore', timeout: PATIENCE_MS }).status === 0;

/** Installs what the Python samples need, once. Says why they cannot run here; null when they can. */
export const whyNoPython = (): string | null => {
  const wanted = readFileSync(REQUIREMENTS, 'utf8');
  if (existsSync(DONE) && readFileSync(DONE, 'utf8') === wanted) return null;
  if (!succeeds('python3', '-m', 'venv', PLACE)) return 'Python 3 with venv is not here';
  if (!succeeds(PYTHON, '-m', 'pip', 'install', '-q', '-r', REQUIREMENTS)) return 'its packages cannot be installed';
  writeFileSync(DONE, wanted);
  return null;
};

/** Runs a sample against the suite; it prints one JSON object a line. What it asks of this process can be answered. */
export const runSample = async (
  name: string,
  ...more: readonly string[]
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const [broker = ''] = suiteUnderTest().brokers;
  const env = { PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
  const { stdout } = await runFile(PYTHON, [path.join(SAMPLES, name), broker, ...more], { env, timeout: PATIENCE_MS });
  const lines = stdout.trim().split('\n');
  // Each sample says so of itself.
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
};

/** Installs kcat where that is allowed. Says why it cannot be tried here; null when it can. */
export const whyNoKcat = (): string | null => {
  if (succeeds('kcat', '-V')) return null;
  if (!succeeds('apt-get', 'install', '-y', '-q', 'kcat')) return 'kcat is not here and cannot be installed';
  return succeeds('kcat', '-V') ? null : 'kcat does not run';
};

/** Runs the line that the samples' own page gives for kcat; each line it prints is a key and a value. */
export const runKcat = (): readonly { readonly key: string; readonly value: string }[] => {
  const page = readFileSync(path.join(SAMPLES, 'README.md'), 'utf8');
  const [line = ''] = page.split('\n').filter((each) => each.startsWith('kcat '));
  const [broker = ''] = suiteUnderTest().brokers;
  const command = line.replace('127.0.0.1:9092', broker);
  const run = spawnSync('sh', ['-c', command], { encoding: 'utf8', timeout: PATIENCE_MS });
  if (run.status !== 0) throw new Error(`${command} failed:\n${run.stderr}`);
  // A tombstone's line ends with the blank behind its key.
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .map((each) => ({ key: each.slice(0, each.indexOf(' ')), value: each.slice(each.indexOf(' ') + 1) }));
};
