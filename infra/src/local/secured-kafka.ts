import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

import { launch, until } from './child.ts';
import { javaProgram, programEnv } from './config.ts';
import { CLUSTER_ID, LOG4J, kafkaFiles } from './kafka-files.ts';
import { type KafkaPorts, javaOptions, serverProperties } from './kafka-settings.ts';
import { HOST, freePort } from './ports.ts';
import { run, tail } from './tool.ts';
import { Trouble } from './trouble.ts';

export type SecuredKafka = {
  readonly brokers: readonly string[];
  /** Of the broker, as PEM: the authority that its clients trust. */
  readonly certificate: string;
  readonly stop: () => Promise<void>;
};

export type SecuredKafkaOptions = {
  /** Is made, and takes everything the broker writes. */
  readonly folder: string;
  /** May do everything, and is the broker to itself. */
  readonly admin: Login;
  /** May do nothing until they are allowed to. */
  readonly users: readonly Login[];
};

type Login = { readonly username: string; readonly password: string };

/**
 * A broker as in production: clients come over TLS with a name and a password (SCRAM-SHA-256), and whatever nobody
 * allowed is forbidden. Resolves when it takes connections. Throws a Trouble when it cannot be made.
 */
export const startSecuredKafka = async ({ folder, admin, users }: SecuredKafkaOptions): Promise<SecuredKafka> => {
  const files = await kafkaFiles();
  await mkdir(folder, { recursive: true });
  const ports = { client: await freePort(), controller: await freePort() };
  const certificate = await makeCertificate(folder);
  const properties = join(folder, 'server.properties');
  await writeFile(properties, securedProperties(folder, ports, admin));
  await format(files.jars, properties, [admin, ...users]);

  const archive = existsSync(files.archive) ? [`-XX:SharedArchiveFile=${files.archive}`] : [];
  const log = join(folder, 'server.log');
  const child = await launch({
    command: javaProgram(),
    args: [...javaOptions(LOG4J), ...archive, '-cp', `${files.jars}/*`, 'kafka.Kafka', properties],
    env: programEnv(),
    log,
    farewell: 'TERM',
  });
  const answers = () => child.hasExited() || takesConnections(ports.client);
  if (!(await until(answers, { withinMs: 60_000, everyMs: 50 })) || child.hasExited()) {
    await child.stop(0);
    throw new Trouble(`The secured broker did not start: ${tail(await readFile(log, 'utf8'))}`);
  }
  return { brokers: [`${HOST}:${String(ports.client)}`], certificate, stop: () => child.stop() };
};

/** The broker opens its clients' port last. */
const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: HOST });
    const tell = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', tell(true)).once('error', tell(false));
  });

const KEY_PASSWORD = 'only-for-this-run';

/** Signed by itself: whoever is to trust the broker is given the certificate. */
const makeCertificate = async (folder: string): Promise<string> => {
  const store = ['-keystore', join(folder, 'keys.p12'), '-storetype', 'PKCS12', '-storepass', KEY_PASSWORD];
  const names = ['-dname', 'CN=localhost', '-ext', `SAN=DNS:localhost,IP:${HOST}`];
  const file = join(folder, 'certificate.pem');
  await keytool(['-genkeypair', '-alias', 'broker', '-keyalg', 'EC', '-validity', '2', ...names, ...store]);
  await keytool(['-exportcert', '-rfc', '-alias', 'broker', '-file', file, ...store]);
  return readFile(file, 'utf8');
};

const keytool = async (args: readonly string[]) => {
  const command = join(dirname(javaProgram()), 'keytool');
  const { code, output } = await run({ command, args, env: programEnv() });
  if (code !== 0) throw new Trouble(`The broker's certificate could not be made: ${tail(output)}`);
};

/** What makes the difference to an open broker; of two lines for one setting the later counts. */
const securedProperties = (folder: string, ports: KafkaPorts, { username, password }: Login): string => {
  const login = (module: string, more = '') =>
    `org.apache.kafka.common.security.${module} required username="${username}" password="${password}"${more};`;
  const secured = {
    listeners: `CLIENTS://${HOST}:${String(ports.client)},CONTROLLER://${HOST}:${String(ports.controller)}`,
    'advertised.listeners': `CLIENTS://${HOST}:${String(ports.client)}`,
    'listener.security.protocol.map': 'CLIENTS:SASL_SSL,CONTROLLER:SASL_PLAINTEXT',
    'inter.broker.listener.name': 'CLIENTS',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-256',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-256',
    'listener.name.clients.scram-sha-256.sasl.jaas.config': login('scram.ScramLoginModule'),
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'listener.name.controller.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.controller.plain.sasl.jaas.config': login(
      'plain.PlainLoginModule',
      ` user_${username}="${password}"`,
    ),
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${username}`,
    'ssl.keystore.location': join(folder, 'keys.p12'),
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.password': KEY_PASSWORD,
    'ssl.truststore.location': join(folder, 'certificate.pem'),
    'ssl.truststore.type': 'PEM',
  };
  const lines = Object.entries(secured).map(([name, value]) => `${name}=${value}\n`);
  return serverProperties(HOST, ports, join(folder, 'data')) + lines.join('');
};

const format = async (jars: string, properties: string, users: readonly Login[]) => {
  const tool = ['kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', properties];
  const known = users.flatMap(({ username, password }) => [
    '--add-scram',
    `SCRAM-SHA-256=[name=${username},password=${password}]`,
  ]);
  const args = [...javaOptions(LOG4J), '-cp', `${jars}/*`, ...tool, ...known];
  const { code, output } = await run({ command: javaProgram(), args, env: programEnv() });
  if (code !== 0) throw new Trouble(`Kafka could not create its files: ${tail(output)}`);
};
