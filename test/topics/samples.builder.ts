import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { suiteUnderTest } from '../support/config.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLES = path.join(ROOT, 'infra/samples');
const PLACE = path.join(ROOT, '.cache/samples');
const PYTHON = path.join(PLACE, 'bin/python');
const REQUIREMENTS = path.join(SAMPLES, 'requirements.txt');
const DONE = path.join(PLACE, 'installed.txt');
const PATIENCE_MS = 120_000;

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

/** Runs a sample against the suite; it prints one JSON object a line. */
export const runSample = (name: string): readonly Readonly<Record<string, unknown>>[] => {
  const [broker = ''] = suiteUnderTest().brokers;
  const env = { PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
  const run = spawnSync(PYTHON, [path.join(SAMPLES, name), broker], { encoding: 'utf8', env, timeout: PATIENCE_MS });
  if (run.status !== 0) throw new Error(`${name} failed:\n${run.stderr}`);
  const lines = run.stdout.trim().split('\n');
  // Each sample says so of itself.
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
};
