import {
  PUBLISHED_CONTRACTS,
  contactStateV1,
  customerStateV1,
  fact,
  personalFieldsOf,
  redactedOf,
} from '@crm/contracts';
import { customerService } from '@crm/customer';
import { accept, newId, systemActor } from '@crm/kernel';
import { type EventBus, topicsOf } from '@crm/messaging';
import { openDatabase, transactOn } from '@crm/persistence';
import { serviceService } from '@crm/service';
import { type TestService, aService, aTenant } from '@crm/testing';
import { Client } from 'pg';

import { aFollower } from './follower.builder.ts';
import { type SecuredBroker, aSecuredBroker } from './secured.builder.ts';

const TEAMS = [
  { name: 'bi', sees: 'no-persons' },
  { name: 'audit', sees: 'everything' },
] as const;

const PATIENCE_MS = 30_000;
const eventually = async <Value>(look: () => Value | Promise<Value>, isThere: (value: Value) => boolean) => {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`Not seen in time; the last was ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const redactedTopic = redactedOf(customerStateV1)?.topic ?? '';

describe('on a secured broker', () => {
  let broker: SecuredBroker;
  let customers: TestService;
  let requests: TestService;
  const buses: EventBus[] = [];
  const tenant = aTenant();
  const customer = newId('Customer');
  const state = { ...customerStateV1.example, id: customer };

  const busOf = (user: string, password?: string) => {
    const bus = broker.busOf(broker.accessOf(user, password));
    buses.push(bus);
    return bus;
  };

  /** What somebody gets to read of a topic, or is told instead. */
  const reading = async (user: string, groupId: string, topic: string) => {
    const values: string[] = [];
    const refusals: string[] = [];
    const refused = (error: Error) => {
      refusals.push(error.message);
    };
    const onBatch = ({ records }: { readonly records: readonly { readonly value: Buffer | null }[] }) => {
      values.push(...records.map(({ value }) => String(value)));
      return Promise.resolve();
    };
    await busOf(user)
      .consume({ groupId, topics: [topic], fromBeginning: true, onBatch, onFatal: refused })
      .catch(refused);
    return eventually(
      () => ({ values, refusals }),
      () => values.length + refusals.length > 0,
    );
  };

  beforeAll(async () => {
    broker = await aSecuredBroker(TEAMS);
    // Of the services that do not run here; those that do make their own.
    const others = PUBLISHED_CONTRACTS.filter(({ owner }) => owner !== 'customer' && owner !== 'service');
    const admin = broker.admin();
    buses.push(admin);
    await admin.ensureTopics(topicsOf(others));
    const { brokers } = broker;
    [customers, requests] = await Promise.all([
      aService(customerService, { brokers, brokerAccess: broker.accessOf('crm-customer') }),
      aService(serviceService, { brokers, brokerAccess: broker.accessOf('crm-service') }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([customers.stop(), requests.stop(), ...buses.map((bus) => bus.close())]);
    await broker.stop();
  });

  it('services make their topics, publish, and hear of each other as ever', async () => {
    const dataSource = await openDatabase({ url: customers.database.appUrl, entities: [], applicationName: 'spec' });
    await transactOn(dataSource)(systemActor(tenant, 'request'), async ({ claim, announce }) => {
      announce(fact(customerStateV1, await claim('customer', customer), new Date(), state));
      return accept(null);
    });
    await dataSource.destroy();

    const database = new Client({ connectionString: requests.database.appUrl });
    await database.connect();
    await database.query(`select set_config('app.tenant', $1, false)`, [tenant]);
    const known = () => database.query('select is_deleted from known_customer where id = $1', [customer]);
    const { rows } = await eventually(known, ({ rowCount }) => rowCount === 1).finally(() => database.end());
    expect(rows).toEqual([{ is_deleted: false }]);
  });

  it('the gateway follows what happens, and tells its clients of it; who may not is told so', async () => {
    const { brokers } = broker;
    const [allowed, forbidden] = await Promise.all([
      aFollower({ brokers, brokerAccess: broker.accessOf('crm-gateway') }),
      aFollower({ brokers, brokerAccess: broker.accessOf('bi', 'guessed') }),
    ]);
    try {
      expect(await eventually(allowed.waiting, (status) => status === 200)).toBe(200);
      expect(await forbidden.waiting()).toBe(503);
      const { refusals } = await reading('crm-gateway', 'gateway-1', customerStateV1.topic);
      expect(refusals.join()).toMatch(/not authorized|authorization/i);
    } finally {
      await Promise.all([allowed.stop(), forbidden.stop()]);
    }
  });

  it('a team that may not see persons reads the redacted state, and is refused the full one', async () => {
    const { values } = await reading('bi', 'bi.report', redactedTopic);
    const row = values.map((text): unknown => JSON.parse(text));
    expect(row).toEqual([expect.objectContaining({ aggregateId: customer, tenantId: tenant, city: state.city })]);
    for (const field of personalFieldsOf(customerStateV1)) expect(values.join()).not.toContain(`"${field}"`);

    const full = await reading('bi', 'bi.more', customerStateV1.topic);
    expect(full.values).toEqual([]);
    expect(full.refusals.join()).toMatch(/not authorized|authorization/i);
  });

  it('a team that may see persons reads the full state', async () => {
    const { values } = await reading('audit', 'audit.report', customerStateV1.topic);
    expect(values.join()).toContain(state.name);
  });

  it('a team cannot read in the place of a service, whose offsets it would move', async () => {
    const { values, refusals } = await reading('audit', 'crm.service', customerStateV1.topic);
    expect(values).toEqual([]);
    expect(refusals.join()).toMatch(/group coordinator|not authorized to access group/i);
  });

  it('a service cannot write what another one announces', async () => {
    const record = { topic: customerStateV1.topic, key: customer, value: '{}', headers: {} };
    await expect(busOf('crm-service').publish([record])).rejects.toThrow(/not authorized/i);
    await expect(busOf('bi').publish([{ ...record, topic: contactStateV1.topic }])).rejects.toThrow(/authoriz/i);
  });

  it('a wrong password is refused, and says so', async () => {
    await expect(busOf('bi', 'guessed').lag('bi.report', [redactedTopic])).rejects.toThrow(
      /authentication failed.*invalid credentials/i,
    );
  });

  it('who has no name and no password is not let in', async () => {
    await expect(broker.comeUnnamed()).rejects.toThrow();
  });
});
