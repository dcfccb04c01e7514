import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { freePort } from '@crm/infra';

import { nodeEnvironment, suiteUnderTest } from '../support/config.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const POM = path.join(ROOT, 'infra/connect/pom.xml');
const PLACE = path.join(ROOT, '.cache/connect');
const JARS = path.join(PLACE, 'jars');
const DONE = path.join(PLACE, 'pom.xml');
const CONNECTORS = path.join(ROOT, 'docs/events/connect');
const LOG4J = path.join(ROOT, 'infra/kafka/log4j2.properties');
const PATIENCE_MS = 180_000;

/** Fetches Kafka Connect and the sink, once. Says why they cannot be tried here; null when they can. */
export const whyNoConnect = (): string | null => {
  const wanted = readFileSync(POM, 'utf8');
  if (existsSync(DONE) && readFileSync(DONE, 'utf8') === wanted) return null;
  const draft = `${JARS}.${String(process.pid)}`;
  mkdirSync(PLACE, { recursive: true });
  const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`];
  const fetched = spawnSync('mvn', ['-B', '-q', '-f', POM, ...copy], { stdio: 'ignore', timeout: PATIENCE_MS });
  if (fetched.status !== 0) return 'Maven is not here, or cannot fetch Kafka Connect';
  rmSync(JARS, { recursive: true, force: true });
  renameSync(draft, JARS);
  writeFileSync(DONE, wanted);
  return null;
};

/** The connector that the catalogue gives for a topic, its connection filled in as a reader would. */
const connectorOf = (topic: string, database: URL): string => {
  const mine: Readonly<Record<string, string>> = {
    'connection.url': `jdbc:postgresql://${database.host}${database.pathname}`,
    'connection.username': database.username,
    'connection.password': database.password,
  };
  const lines = readFileSync(path.join(CONNECTORS, `${topic}.properties`), 'utf8').split('\n');
  return lines
    .map((line) => {
      const [name = ''] = line.split('=', 1);
      return mine[name] === undefined ? line : `${name}=${mine[name]}`;
    })
    .join('\n');
};

/** Keeps tables of `database` like these topics until it is stopped. `folder` takes its files and its log. */
export const startConnect = async (folder: string, topics: readonly string[], database: string) => {
  const worker = {
    'bootstrap.servers': suiteUnderTest().brokers.join(','),
    'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
    'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
    'offset.storage.file.filename': path.join(folder, 'offsets'),
    'offset.flush.interval.ms': '1000',
    'plugin.discovery': 'only_scan',
    listeners: `HTTP://127.0.0.1:${String(await freePort())}`,
  };
  const files = ['worker', ...topics].map((name) => path.join(folder, `${name}.properties`));
  const texts = [
    Object.entries(worker)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    ...topics.map((topic) => connectorOf(topic, new URL(database))),
  ];
  files.forEach((file, place) => {
    writeFileSync(file, texts[place] ?? '');
  });
  const log = path.join(folder, 'connect.log');
  const output = openSync(log, 'a');
  const options = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Dlog4j2.configurationFile=${LOG4J}`];
  const program = ['-cp', `${JARS}/*`, 'org.apache.kafka.connect.cli.ConnectStandalone', ...files];
  const child = spawn('java', [...options, ...program], {
    cwd: folder,
    env: nodeEnvironment(),
    stdio: ['ignore', output, output],
  });
  const gone = once(child, 'exit');
  return {
    /** What it complained of. */
    complaints: () => readFileSync(log, 'utf8').slice(-4_000),
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
