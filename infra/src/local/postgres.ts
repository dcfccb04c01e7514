import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { Client } from 'pg';

import { type Child, launch, trySignal, until } from './child.ts';
import { programEnv } from './config.ts';
import { HOST, freePort } from './ports.ts';
import { copyCluster, createCluster, postgresHome, templateCluster } from './postgres-files.ts';
import { type User, asUser, databaseUser } from './run-as.ts';
import { tail } from './tool.ts';
import { Trouble, codeOf, messageOf } from './trouble.ts';

export type Postgres = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  /** The superuser's way in, to the `postgres` database. */
  readonly url: string;
  readonly exited: Child['exited'];
  readonly stop: (graceMs?: number) => Promise<void>;
  readonly kill: () => void;
};

export type PostgresOptions = {
  readonly dataDir: string;
  /** File that takes the server's log; default: beside the data folder. */
  readonly log?: string;
  readonly password: string;
  /** Default: any free one. */
  readonly port?: number;
  /** `throw-away`: much faster, and gone after a power cut. For tests. */
  readonly durability?: 'durable' | 'throw-away';
};

const SUPERUSER = 'postgres';
/** Small: the data of a development machine fits, and it shares 2 GB with everything else. */
const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'warning',
  jit: 'off',
  autovacuum_naptime: '30s',
  // Idle housekeeping costs wake-ups, and nothing depends on it here.
  bgwriter_delay: '1s',
  wal_writer_delay: '500ms',
};
const THROW_AWAY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB' };

const settingsOf = (durability: PostgresOptions['durability']) =>
  Object.entries({ ...SETTINGS, ...(durability === 'throw-away' && THROW_AWAY) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);

/**
 * Starts the Postgres of `dataDir`, making it first when there is none; resolves when it answers. What a killed
 * server left behind is cleared away, what it had committed is recovered. Refuses (Trouble) data it cannot use.
 */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const user = await databaseUser();
  await ensureCluster(options, user);
  await endLeftOver(options.dataDir);
  const port = options.port ?? (await freePort());
  const child = await launchServer(options, user, port);
  const { password } = options;
  const url = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@${HOST}:${String(port)}/postgres`;
  return {
    host: HOST,
    port,
    user: SUPERUSER,
    password,
    pid: child.pid,
    url,
    exited: child.exited,
    stop: child.stop,
    kill: child.kill,
  };
};

const ensureCluster = async ({ dataDir, durability, password }: PostgresOptions, user: User | null) => {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  if (await stat(dataDir).catch(() => null)) {
    throw new Trouble(`${dataDir} holds no database that can be used: npm run reset starts afresh.`);
  }
  await mkdir(dirname(dataDir), { recursive: true });
  if (durability !== 'throw-away') return createCluster({ dataDir, user, superuser: SUPERUSER, password });
  return copyCluster(await templateCluster(SUPERUSER, password, user), dataDir, user);
};

/** A server that outlived its master would hold the data: end it. A dead one's note of itself is no longer true. */
const endLeftOver = async (dataDir: string) => {
  const note = join(dataDir, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(note, 'utf8').catch(() => ''), 10);
  if (Number.isNaN(pid)) return;
  if (await isServerOf(pid, dataDir)) {
    trySignal(pid, 'SIGINT');
    if (!(await until(() => !trySignal(pid, 0), { withinMs: 10_000 }))) trySignal(pid, 'SIGKILL');
  }
  await rm(note, { force: true });
};

const isServerOf = async (pid: number, dataDir: string) => {
  if (!trySignal(pid, 0)) return false;
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
  return command.split('\0').includes(dataDir);
};

const launchServer = async (options: PostgresOptions, user: User | null, port: number): Promise<Child> => {
  const home = await postgresHome();
  const { dataDir, durability, log = `${dataDir}.log` } = options;
  const args = ['-D', dataDir, '-p', String(port), ...settingsOf(durability)];
  const server = await asUser(user, [home, dirname(dataDir)], { command: join(home, 'bin/postgres'), args });
  // Back ends of a killed server need a moment to notice; the data is theirs until then.
  for (let attempt = 1; ; attempt += 1) {
    const logged = await stat(log).then(
      ({ size }) => size,
      () => 0,
    );
    const child = await launch({ ...server, env: programEnv(), log, farewell: 'INT' });
    if (await comesUp(child, options.password, port)) return child;
    await child.stop(0);
    const said = (await readFile(log, 'utf8')).slice(logged);
    if (!/shared memory block|lock file/.test(said) || attempt === 20) throw new Trouble(diagnosis(dataDir, said));
    await until(() => false, { withinMs: 250 });
  }
};

const comesUp = async (child: Child, password: string, port: number): Promise<boolean> => {
  try {
    const decided = () => child.hasExited() || accepts(password, port);
    return (await until(decided, { withinMs: 60_000 })) && !child.hasExited();
  } catch (error) {
    await child.stop();
    throw error;
  }
};

const diagnosis = (dataDir: string, said: string) => {
  if (said.includes('No space left'))
    return `The disk is full: Postgres cannot write ${dataDir}. Free some space and start again.`;
  if (said.includes('Address already in use')) return 'The port of Postgres is taken: start again.';
  const reason = said.split('\n').filter((line) => /FATAL|PANIC|HINT/.test(line));
  return `Postgres cannot use ${dataDir} (${tail(reason.join('\n') || said, 2)}): npm run reset starts afresh.`;
};

const NOT_YET = ['ECONNREFUSED', 'ECONNRESET', '57P03', 'ETIMEDOUT'];

const accepts = async (password: string, port: number): Promise<boolean> => {
  const client = new Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (NOT_YET.includes(codeOf(error)) || messageOf(error).includes('terminated')) return false;
    if (codeOf(error) === '28P01')
      throw new Trouble("The password kept in the data folder is not the database's: npm run reset starts afresh.");
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
};
