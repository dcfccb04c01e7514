import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { launch, until } from './child.ts';
import { javaProgram, programEnv, wholeEnv } from './config.ts';
import { brokerIsReady } from './kafka-probe.ts';
import { javaOptions, javaVersionOf, serverProperties } from './kafka-settings.ts';
import { CACHE, ROOT, fingerprint } from './paths.ts';
import { HOST, freePort } from './ports.ts';
import { run, tail } from './tool.ts';
import { Trouble } from './trouble.ts';

const SOURCE = join(ROOT, 'infra/kafka');
export const LOG4J = join(SOURCE, 'log4j2.properties');
const OLDEST_JAVA = 17;
const ENOUGH_JAVA = `Java ${String(OLDEST_JAVA)} or newer`;

/** What a broker needs from the cache: its jars, a formatted data folder, and, where it could be made, a class archive. */
export type KafkaFiles = { readonly jars: string; readonly template: string; readonly archive: string };

const requireJava = async (): Promise<string> => {
  const { code, output } = await run({ command: javaProgram(), args: ['-version'], env: programEnv() });
  const otherwise = `install ${ENOUGH_JAVA}, or give KAFKA_BROKERS of a running Kafka.`;
  if (code !== 0) throw new Trouble(`Java is missing: ${otherwise}`);
  const version = javaVersionOf(output);
  if (version !== null && version < OLDEST_JAVA) throw new Trouble(`Java ${String(version)} is too old: ${otherwise}`);
  return output;
};

const fetchJars = async (jars: string) => {
  const maven = await run({ command: 'mvn', args: ['-v'], env: wholeEnv() });
  if (maven.code !== 0)
    throw new Trouble('Maven is missing: install Maven 3, or give KAFKA_BROKERS of a running Kafka.');
  const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${jars}`];
  const fetched = await run({
    command: 'mvn',
    args: ['-B', '-q', '-f', join(SOURCE, 'pom.xml'), ...copy],
    env: wholeEnv(),
  });
  if (fetched.code === 0) return;
  const reason = fetched.output.split('\n').find((line) => line.includes('ERROR')) ?? fetched.output;
  throw new Trouble(
    `Maven could not fetch Kafka: ${tail(reason, 1)} Check the network or its settings and start again.`,
  );
};

const format = async (jars: string, folder: string) => {
  const template = join(folder, 'template');
  const properties = join(folder, 'format.properties');
  await writeFile(properties, serverProperties(HOST, { client: 1, controller: 2 }, template));
  const tool = ['kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', properties, '--ignore-formatted'];
  const args = [...javaOptions(LOG4J), '-cp', `${jars}/*`, ...tool];
  const { code, output } = await run({ command: javaProgram(), args, env: programEnv() });
  if (code !== 0) throw new Trouble(`Kafka could not create its files: ${tail(output)}`);
};

/** Any one will do: clusters that never meet may share it. */
export const CLUSTER_ID = '4L6g3nShT-eMCtK--X86sw';

/** Runs a broker once to record which classes it loads: later ones start in half the time. A failure costs only that. */
const recordClasses = async ({ jars, template }: KafkaFiles, archive: string, folder: string) => {
  const dataDir = join(folder, 'recording');
  await cp(template, dataDir, { recursive: true });
  const [client, controller] = [await freePort(), await freePort()];
  const properties = join(folder, 'recording.properties');
  await writeFile(properties, serverProperties(HOST, { client, controller }, dataDir));
  const broker = await launch({
    command: javaProgram(),
    args: [...javaOptions(LOG4J), `-XX:ArchiveClassesAtExit=${archive}`, '-cp', `${jars}/*`, 'kafka.Kafka', properties],
    env: programEnv(),
    log: join(folder, 'recording.log'),
    farewell: 'TERM',
  });
  await until(() => broker.hasExited() || brokerIsReady(HOST, client), { withinMs: 60_000, everyMs: 100 });
  await broker.stop(60_000);
  await rm(dataDir, { recursive: true, force: true });
};

/**
 * What a broker needs, fetched and made at the first need (10–20 s), found in the cache ever after. A change of the
 * version, the settings or the Java makes a new folder. Refuses (Trouble) when Java or Maven is missing or too old.
 */
export const kafkaFiles = async (say: (what: string) => void = () => undefined): Promise<KafkaFiles> => {
  const java = await requireJava();
  const folder = join(CACHE, `kafka-${fingerprint(await readFile(join(SOURCE, 'pom.xml')), java)}`);
  const within = (place: string) => ({
    jars: join(place, 'jars'),
    template: join(place, 'template'),
    archive: join(place, 'classes.jsa'),
  });
  if (existsSync(join(folder, 'complete'))) return within(folder);
  say('fetching Kafka (once)');
  await mkdir(CACHE, { recursive: true });
  const draft = `${folder}.${String(process.pid)}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await fetchJars(within(draft).jars);
  await format(within(draft).jars, draft);
  await writeFile(join(draft, 'complete'), '');
  await rm(folder, { recursive: true, force: true });
  // Somebody else may have been quicker: theirs is as good.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  // Recorded in its final place: the archive remembers the names of the jars.
  say('recording what Kafka loads, for quicker starts (once)');
  const mine = join(folder, `classes.${String(process.pid)}.jsa`);
  await recordClasses(within(folder), mine, folder).catch(() => undefined);
  await rename(mine, within(folder).archive).catch(() => undefined);
  return within(folder);
};
