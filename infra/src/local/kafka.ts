import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Child, launch, trySignal, until } from './child.ts';
import { javaProgram, programEnv } from './config.ts';
import { LOG4J, kafkaFiles } from './kafka-files.ts';
import { brokerIsReady } from './kafka-probe.ts';
import { type KafkaPorts, javaOptions, serverProperties } from './kafka-settings.ts';
import { HOST, freePort } from './ports.ts';
import { tail } from './tool.ts';
import { Trouble } from './trouble.ts';

export type Kafka = {
  /** `host:port`, to be given to clients. */
  readonly brokers: readonly string[];
  readonly ports: KafkaPorts;
  readonly pid: number;
  readonly exited: Child['exited'];
  readonly stop: (graceMs?: number) => Promise<void>;
  readonly kill: () => void;
};

export type KafkaOptions = {
  readonly dataDir: string;
  /** File that takes the broker's log; default: beside the data folder. */
  readonly log?: string;
  /** Default: any free ones. A broker that comes back where its clients look for it needs its old ones. */
  readonly ports?: KafkaPorts;
  /** Told what takes long. */
  readonly say?: (what: string) => void;
};

/**
 * Starts the broker of `dataDir`, making the folder first when there is none; resolves when it answers, has a
 * controller, and can keep offsets. A killed broker's data is recovered. Refuses (Trouble) data it cannot use.
 */
export const startKafka = async ({ dataDir, ports, say, log = `${dataDir}.log` }: KafkaOptions): Promise<Kafka> => {
  const files = await kafkaFiles(say);
  await ensureFormatted(dataDir, files.template);
  await endLeftOver(dataDir);
  const chosen = ports ?? { client: await freePort(), controller: await freePort() };
  const properties = `${dataDir}.properties`;
  await writeFile(properties, serverProperties(HOST, chosen, dataDir));
  const archive = existsSync(files.archive) ? [`-XX:SharedArchiveFile=${files.archive}`] : [];
  const logged = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  const child = await launch({
    command: javaProgram(),
    args: [...javaOptions(LOG4J), ...archive, '-cp', `${files.jars}/*`, 'kafka.Kafka', properties],
    env: programEnv(),
    log,
    farewell: 'TERM',
  });
  await writeFile(`${dataDir}.pid`, String(child.pid));
  const answers = () => child.hasExited() || brokerIsReady(HOST, chosen.client);
  const ready = await until(answers, { withinMs: 60_000, everyMs: 50 });
  if (!ready || child.hasExited()) {
    await child.stop(0);
    throw new Trouble(diagnosis(dataDir, (await readFile(log, 'utf8')).slice(logged)));
  }
  return {
    brokers: [`${HOST}:${String(chosen.client)}`],
    ports: chosen,
    pid: child.pid,
    exited: child.exited,
    stop: child.stop,
    kill: child.kill,
  };
};

const ensureFormatted = async (dataDir: string, template: string) => {
  if (existsSync(join(dataDir, 'meta.properties'))) return;
  if (existsSync(dataDir))
    throw new Trouble(`${dataDir} holds no Kafka data that can be used: npm run reset starts afresh.`);
  await mkdir(dirname(dataDir), { recursive: true });
  await cp(template, dataDir, { recursive: true });
};

/** A broker that outlived its master holds the data and the ports: end it. */
const endLeftOver = async (dataDir: string) => {
  const pid = Number.parseInt(await readFile(`${dataDir}.pid`, 'utf8').catch(() => ''), 10);
  if (Number.isNaN(pid) || !(await isBrokerOf(pid, dataDir))) return;
  trySignal(pid, 'SIGTERM');
  if (!(await until(() => !trySignal(pid, 0), { withinMs: 10_000 }))) trySignal(pid, 'SIGKILL');
  await until(() => !trySignal(pid, 0), { withinMs: 5_000 });
};

const isBrokerOf = async (pid: number, dataDir: string) => {
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
  return command.includes('kafka.Kafka') && command.includes(`${dataDir}.properties`);
};

const diagnosis = (dataDir: string, said: string) => {
  if (said.includes('No space left'))
    return `The disk is full: Kafka cannot write ${dataDir}. Free some space and start again.`;
  if (said.includes('Address already in use')) return 'A port of Kafka is taken: start again.';
  const reason = said.split('\n').filter((line) => /ERROR|FATAL|Exception/.test(line));
  return `Kafka cannot use ${dataDir} (${tail(reason.slice(0, 1).join('\n') || said, 1)}): npm run reset starts afresh.`;
};
