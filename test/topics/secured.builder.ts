import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { PUBLISHED_CONTRACTS } from '@crm/contracts';
import { keep, startSecuredKafka, trash } from '@crm/infra';
import { type KafkaOptions, kafkaEventBus } from '@crm/messaging';
import kafkajs from 'kafkajs';

import { type Grant, type Team, grantsOfFollowers, grantsOfServices, grantsOfTeams } from '../../tools/acl/grants.ts';
import { followers, hearings } from '../../tools/acl/hearings.ts';

const ADMIN = { username: 'admin', password: randomUUID() };
const PASSWORD: string = randomUUID();

export type SecuredBroker = Awaited<ReturnType<typeof aSecuredBroker>>;

/** A secured broker that lets services and teams do what the product's own rules say, and nobody anything else. */
export const aSecuredBroker = async (teams: readonly Team[]) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-secured-'));
  trash(folder);
  const services = hearings();
  const processes = [...services, ...followers()];
  const names = [...processes.map(({ service }) => `crm-${service}`), ...teams.map(({ name }) => name)];
  const broker = await startSecuredKafka({
    folder: path.join(folder, 'kafka'),
    admin: ADMIN,
    users: names.map((username) => ({ username, password: PASSWORD })),
  });

  const accessOf = (username: string, password: string = PASSWORD): Pick<KafkaOptions, 'sasl' | 'ssl'> => ({
    ssl: { ca: broker.certificate },
    sasl: { mechanism: 'scram-sha-256', username, password },
  });
  const busOf = (access: Pick<KafkaOptions, 'sasl' | 'ssl'>) =>
    kafkaEventBus({ brokers: broker.brokers, clientId: 'spec', ...access });

  await allow(broker.brokers, accessOf(ADMIN.username, ADMIN.password), [
    ...grantsOfServices(PUBLISHED_CONTRACTS, services),
    ...grantsOfFollowers(followers()),
    ...grantsOfTeams(PUBLISHED_CONTRACTS, teams),
  ]);

  return {
    brokers: broker.brokers,
    accessOf,
    busOf,
    comeUnnamed: () => comeUnnamed(broker.brokers, broker.certificate),
    admin: () => busOf(accessOf(ADMIN.username, ADMIN.password)),
    stop: async () => {
      await broker.stop();
      await rm(folder, { recursive: true, force: true });
      keep(folder);
    },
  };
};

/** Asks something over TLS, without a word of who asks. */
const comeUnnamed = async (brokers: readonly string[], ca: string) => {
  const { NOTHING: logLevel } = kafkajs.logLevel;
  const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel, ssl: { ca }, retry: { retries: 0 } }).admin();
  try {
    await admin.connect();
    await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
};

const OPERATIONS = {
  Create: kafkajs.AclOperationTypes.CREATE,
  Write: kafkajs.AclOperationTypes.WRITE,
  Read: kafkajs.AclOperationTypes.READ,
  Describe: kafkajs.AclOperationTypes.DESCRIBE,
  DescribeConfigs: kafkajs.AclOperationTypes.DESCRIBE_CONFIGS,
  AlterConfigs: kafkajs.AclOperationTypes.ALTER_CONFIGS,
} as const satisfies Record<Grant['operations'][number], kafkajs.AclOperationTypes>;

const allow = async (
  brokers: readonly string[],
  access: Pick<KafkaOptions, 'sasl' | 'ssl'>,
  grants: readonly Grant[],
) => {
  const { ssl, sasl } = access;
  const kafka = new kafkajs.Kafka({
    brokers: [...brokers],
    logLevel: kafkajs.logLevel.NOTHING,
    ...(ssl && { ssl }),
    ...(sasl && { sasl }),
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createAcls({ acl: grants.flatMap(entriesOf) });
  } finally {
    await admin.disconnect();
  }
};

const entriesOf = ({ user, resource, names, isPrefix, operations }: Grant): kafkajs.AclEntry[] =>
  names.flatMap((resourceName) =>
    operations.map((operation) => ({
      principal: `User:${user}`,
      host: '*',
      operation: OPERATIONS[operation],
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
      resourceType: resource === 'topic' ? kafkajs.AclResourceTypes.TOPIC : kafkajs.AclResourceTypes.GROUP,
      resourceName,
      resourcePatternType: isPrefix ? kafkajs.ResourcePatternTypes.PREFIXED : kafkajs.ResourcePatternTypes.LITERAL,
    })),
  );
