import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newId } from '@crm/kernel';
import { type KafkaRecord, kafkaEventBus } from '@crm/messaging/kafka';

import { launch, until } from '../../local/child.ts';
import { programEnv } from '../../local/config.ts';
import { startKafka } from '../../local/kafka.ts';
import { ROOT } from '../../local/paths.ts';
import { freePort } from '../../local/ports.ts';
import { keep, trash } from '../../local/watchdog.ts';
import { GATEWAY_MAIN, SERVICES, SUPERGRAPH } from '../../start/layout.ts';
import { nodeArguments } from '../../start/node-program.ts';
import { createTopics } from '../../start/topics.ts';
import { startOwner } from './owner.ts';

const TOPIC = 'crm.customer.customer.fact.v1';
/** As the suite starts it. */
const HEAP_MB = 320;
const START_LIMIT_MS = 60_000;

export type Stand = Awaited<ReturnType<typeof startStand>>;

/** The gateway as a process of its own, over a broker, with one small server in place of all services. */
export const startStand = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-bench-'));
  trash(folder);
  const kafka = await startKafka({ dataDir: join(folder, 'kafka') });
  await createTopics(kafka.brokers);
  const customer = { id: newId('Customer'), name: 'Acme', version: 1 };
  const owner = await startOwner(customer);
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const gateway = await startGateway(port, { brokers: kafka.brokers, service: owner.url, log: join(folder, 'log') });
  await until(() => isReady(`${url}/readyz`), { withinMs: START_LIMIT_MS, everyMs: 100 });
  const bus = kafkaEventBus({ brokers: kafka.brokers, clientId: 'bench' });
  return {
    url,
    pid: gateway.pid,
    customer: customer.id,
    asked: owner.asked,
    /** Something has happened to the customer. */
    change: async () => {
      customer.version += 1;
      // eslint-disable-next-line no-restricted-syntax -- stands in for the relay
      await bus.publish([changeOf(customer)]);
    },
    subscriptions: async () =>
      Number(/^gateway_subscriptions (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]),
    stop: async () => {
      await gateway.stop(5_000);
      owner.stop();
      await bus.close();
      await kafka.stop();
      await rm(folder, { recursive: true, force: true });
      keep(folder);
    },
  };
};

type Around = { readonly brokers: readonly string[]; readonly service: string; readonly log: string };

const startGateway = (port: number, { brokers, service, log }: Around) =>
  launch({
    command: process.execPath,
    args: [...nodeArguments(GATEWAY_MAIN, HEAP_MB), '--no-auth'],
    env: programEnv({
      SUPERGRAPH,
      GATEWAY_PORT: String(port),
      KAFKA_BROKERS: brokers.join(),
      SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(SERVICES.map((name) => [name, service]))),
      LOG_LEVEL: 'error',
    }),
    cwd: ROOT,
    log,
    farewell: 'TERM',
  });

const changeOf = ({ id, version }: { readonly id: string; readonly version: number }): KafkaRecord => ({
  topic: TOPIC,
  key: id,
  value: '{}',
  headers: { ce_id: randomUUID(), ce_tenantid: randomUUID(), ce_aggregateversion: String(version) },
});

const isReady = (url: string) =>
  fetch(url).then(
    ({ status }) => status === 200,
    () => false,
  );
