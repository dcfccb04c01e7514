import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { type KafkaRecord, kafkaEventBus } from '@crm/messaging/kafka';
import { type TestBroker, startBroker } from '@crm/testing';

import { salesService } from '../../fixtures/crm.builder.ts';
import { aFolder, aGateway, composed } from '../../fixtures/gateway.builder.ts';
import { STANDARD_OPERATION } from '../../operation-settings.ts';
import { salesRep, startIssuer } from '../../fixtures/issuer.builder.ts';
import { startSubgraph } from '../../fixtures/subgraph.builder.ts';
import { aCustomerService } from './company.builder.ts';

export const TOPIC = 'crm.customer.customer.fact.v1';

const TOPICS = [TOPIC, 'crm.customer.notification.fact.v1', 'crm.customer.personal-data.fact.v1'];

/** Customer and sales behind a gateway that follows a broker of its own. */
export const aStage = async () => {
  const broker = await startBroker({ own: true });
  const bus = kafkaEventBus({ brokers: broker.brokers, clientId: 'spec' });
  await bus.ensureTopics(TOPICS.map((topic) => ({ topic, partitions: 4, replicationFactor: 1, config: {} })));
  const [folder, issuer] = await Promise.all([aFolder(), startIssuer()]);
  const company = aCustomerService();
  const customer = await startSubgraph({ ...company, jwksFile: folder.jwksFile });
  const sales = await startSubgraph({ ...salesService, jwksFile: folder.jwksFile });
  await writeFile(folder.supergraph, composed([customer, sales]));
  const auth = { issuer: issuer.issuer, audience: 'crm', assertionKey: folder.assertionKey };
  // A graph that lacks what somebody waits for would be held back.
  const operation = { ...STANDARD_OPERATION, canaryDocuments: 0 };
  const open = (brokers: TestBroker['brokers'] = broker.brokers) =>
    aGateway({ supergraph: folder.supergraph, auth, brokers, operation });
  const gateway = await open();

  /** What the outbox's relay publishes of a change. */
  const announce = async (
    { id, tenant, version = 1 }: { readonly id: string; readonly tenant: string; readonly version?: number },
    { topic = TOPIC, type = 'customer.customer-updated.v1', data = {} } = {},
  ) => {
    const headers = {
      ce_id: randomUUID(),
      ce_type: type,
      ce_tenantid: tenant,
      ce_aggregateversion: String(version),
    };
    const record: KafkaRecord = { topic, key: id, value: JSON.stringify(data), headers };
    // eslint-disable-next-line no-restricted-syntax -- stands in for the relay
    await bus.publish([record]);
  };
  const tokenOf = (subject: string, tenant: string, expiresAt: string | number = '10 minutes', claims: object = {}) =>
    issuer.token({ ...salesRep, sub: subject, tenant, ...claims }, { expiresAt });
  const subscriptions = async () => {
    const text = await (await fetch(`${gateway.url}/metrics`)).text();
    return Number(/^gateway_subscriptions (\d+)/m.exec(text)?.[1]);
  };
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), sales.stop(), issuer.stop(), folder.forget(), bus.close()]);
    await broker.stop();
  };
  return { broker, company, customer, sales, folder, gateway, open, announce, tokenOf, subscriptions, stop };
};

export type Stage = Awaited<ReturnType<typeof aStage>>;
