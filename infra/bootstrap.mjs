// Runs under whatever Node the machine has (20 or newer) and before anything is installed: plain, no dependencies.
// Sets up what is missing, then hands over to the Node that the project brings.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE = join(ROOT, 'node_modules/.bin/node');
const OLDEST_NODE = 20;
const OLDEST_JAVA = 17;

/** What can be run: its program, the arguments it always gets, and whether it starts a broker. */
const TARGETS = {
  start: { main: 'infra/src/start/main.ts', args: [], broker: true },
  dev: { main: 'infra/src/start/main.ts', args: ['--watch'], broker: true },
  reset: { main: 'infra/src/start/reset.ts', args: [], broker: false },
  token: { main: 'infra/src/start/token.ts', args: [], broker: false },
  service: { main: 'infra/src/start/service.ts', args: [], broker: false },
  events: { main: 'infra/src/events/main.ts', args: [], broker: false },
  bench: { main: 'infra/src/bench/main.ts', args: [], broker: true },
  check: { main: 'tools/check/main.ts', args: [], broker: true },
};

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const requireNode = () => {
  const version = process.versions.node;
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  fail(`Node ${version} is too old: install Node ${OLDEST_NODE} or newer.`);
};

/** Before the broker's jars are there, so that nobody waits for an installation that ends in a refusal. */
const requireJavaAndMaven = () => {
  const cache = join(ROOT, '.cache');
  const fetched = existsSync(cache) && readdirSync(cache).some((each) => existsSync(join(cache, each, 'jars')));
  if (process.env.KAFKA_BROKERS || process.env.TEST_PROVIDER === 'containers' || fetched) return;
  const otherwise = 'or give KAFKA_BROKERS of a running Kafka.';
  const program = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const java = spawnSync(program, ['-version'], { encoding: 'utf8' });
  if (java.status !== 0) fail(`Java is missing: install Java ${OLDEST_JAVA} or newer, ${otherwise}`);
  const version = /version "(?:1\.)?(\d+)/.exec(java.stderr)?.[1];
  if (Number(version) < OLDEST_JAVA)
    fail(`Java ${version} is too old: install Java ${OLDEST_JAVA} or newer, ${otherwise}`);
  if (spawnSync('mvn', ['-v']).status !== 0) fail(`Maven is missing: install Maven 3, ${otherwise}`);
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** Whether node_modules holds what the lock file says; packages for other systems need not be there. */
const isInstalled = () => {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {};
  const there = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages;
  if (!there || !existsSync(NODE)) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (!path.startsWith('node_modules/') || optional || peer || link) return true;
    return there[path]?.version === version;
  });
};

const install = () => {
  process.stdout.write('  · installing dependencies (once)\n');
  // What npm has to say matters to the user only when it fails.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.error) fail(`npm is missing: install npm 10 or newer (${npm.error.message}).`);
  if (npm.status !== 0) {
    process.stderr.write(`${npm.stdout}${npm.stderr}`);
    fail('The dependencies could not be installed: see what npm said above, then run it again.');
  }
  if (!existsSync(NODE))
    fail(
      'npm ran no install scripts, so Node 24 is missing: allow them (npm config set ignore-scripts false) and run npm ci.',
    );
};

/** Becomes the target: passes signals on, ends as it ends. It learns by a pipe when we are gone. */
const handOver = ({ main, args }, more) => {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
  const child = spawn(NODE, ['--conditions=source', join(ROOT, main), ...args, ...more], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, PATH: path, CRM_LIFELINE: '3', NODE_COMPILE_CACHE: join(ROOT, '.cache/node') },
  });
  // The terminal sends Ctrl-C to both of us: the target decides what it means.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  // Killed by force, npm cannot tell us; somebody else has adopted us then.
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};

const [name, ...more] = process.argv.slice(2);
const target = TARGETS[name];
if (!target) fail(`Say what to run: ${Object.keys(TARGETS).join(', ')}.`);
requireNode();
if (target.broker) requireJavaAndMaven();
if (!isInstalled()) install();
handOver(target, more);
