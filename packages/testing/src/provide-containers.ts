import { freePort } from '@crm/infra';
import { GenericContainer, type StartedTestContainer, Wait, getContainerRuntimeClient } from 'testcontainers';

import type { Provider } from './provider.ts';

const POSTGRES_IMAGE = 'postgres:18';
const KAFKA_IMAGE = 'apache/kafka:4.3.1';
const PASSWORD = 'test';

/** Pinned images, where there is a Docker engine: what specs see is the same. */
export const containers: Provider = {
  postgres: async () => {
    const container = await new GenericContainer(POSTGRES_IMAGE)
      .withEnvironment({ POSTGRES_PASSWORD: PASSWORD, POSTGRES_INITDB_ARGS: '--locale=C.UTF-8 --encoding=UTF8' })
      .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'])
      .withExposedPorts(5432)
      // Said twice: the first time by the server that only prepares the files.
      .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
      .start();
    const at = `${container.getHost()}:${String(container.getMappedPort(5432))}`;
    return { address: `postgres://postgres:${PASSWORD}@${at}/postgres`, stop: () => remove(container) };
  },
  broker: async () => {
    const { container, address } = await startBroker();
    return { address, stop: () => remove(container) };
  },
  ownPostgres: async () => {
    const port = await freePort();
    const container = await new GenericContainer(POSTGRES_IMAGE)
      .withEnvironment({ POSTGRES_PASSWORD: PASSWORD, POSTGRES_INITDB_ARGS: '--locale=C.UTF-8 --encoding=UTF8' })
      .withExposedPorts({ container: 5432, host: port })
      .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
      .start();
    return {
      url: `postgres://postgres:${PASSWORD}@${container.getHost()}:${String(port)}/postgres`,
      crash: async () => {
        const engine = await engineOf(container);
        await engine.kill({ signal: 'SIGQUIT' });
        await engine.wait();
      },
      restart: () => container.restart(),
      stop: () => remove(container),
    };
  },
  ownBroker: async () => {
    const { container, address } = await startBroker();
    return {
      brokers: [address],
      kill: async () => {
        await container.stop({ timeout: 0, remove: false });
      },
      restart: () => container.restart(),
      exited: async () => {
        await (await engineOf(container)).wait();
      },
      freeze: async () => {
        await (await engineOf(container)).pause();
      },
      thaw: async () => {
        await (await engineOf(container)).unpause();
      },
      stop: () => remove(container),
    };
  },
};

const engineOf = async (container: StartedTestContainer) =>
  (await getContainerRuntimeClient()).container.getById(container.getId());

const remove = async (container: StartedTestContainer) => {
  await container.stop();
};

/** A broker tells its clients where it is: the port outside must be known before it starts. */
const startBroker = async () => {
  const port = await freePort();
  const address = `localhost:${String(port)}`;
  const container = await new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${address}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { container, address };
};
