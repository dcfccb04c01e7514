import { randomUUID } from 'node:crypto';

import {
  type Contract,
  analyticsPersonalDataErasedV1,
  personalDataErasureRequestedV1,
  serviceRequestStateV1,
} from '@crm/contracts';
import { accept, newId, systemActor, systemClock } from '@crm/kernel';
import { reactionIn, transactOn } from '@crm/persistence';

import { park, parkBehind } from '../consumer/parking-store.ts';
import { listParked } from '../consumer/parking.ts';
import { byType, readRecord } from '../consumer/read-record.ts';
import { aDatabase, aTenant, type TestDatabase } from '../stack.builder.ts';
import { type RecordsWith, erasureSubscription } from './erasure-subscription.ts';

const GROUP = 'crm.spec';
const handle = () => Promise.resolve();
const promise: Contract = serviceRequestStateV1;
const subscriptions = byType([{ to: promise, kind: 'projection', handle }]);

const rowOf = (customerId: string, subject: string) =>
  JSON.stringify({ ...serviceRequestStateV1.example, customerId, subject });

describe('records of others that go with a person who is erased', () => {
  let database: TestDatabase;
  const tenant = aTenant();
  let offset = 0;

  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(() => database.stop());

  /** A row of a request as it comes from the topic, and could not be handled. */
  const aRow = (request: string, value: string) => {
    const record = {
      topic: promise.topic,
      partition: 0,
      offset: String((offset += 1)),
      key: request,
      value: Buffer.from(value),
      headers: {
        ce_id: randomUUID(),
        ce_type: promise.type,
        ce_tenantid: tenant,
        ce_aggregateversion: '1',
        ce_time: '2026-11-22T08:00:00.000Z',
      },
    };
    const read = readRecord(record, subscriptions, GROUP);
    if (read.kind === 'passed') throw new TypeError('The group is subscribed to it');
    return read;
  };
  const putAside = (request: string, value: string) => park(database.dataSource, GROUP, aRow(request, value), 'spec');
  const whatIsParked = async (requests: readonly string[]) =>
    (await listParked(database.dataSource, { limit: 1_000 }))
      .map(({ aggregateKey }) => aggregateKey)
      .filter((key) => requests.includes(key));

  const erase = (customer: string, recordsWith: RecordsWith = () => Promise.resolve([])) => {
    const subscription = erasureSubscription({
      receipt: analyticsPersonalDataErasedV1,
      clock: systemClock,
      recordsWith,
    });
    if (subscription.kind !== 'effect') throw new TypeError('To erase is an effect');
    const asked = {
      type: personalDataErasureRequestedV1.type,
      eventId: randomUUID(),
      tenant,
      aggregate: { type: 'personal-data', id: randomUUID(), version: 1 },
      occurredAt: new Date(),
      data: { contactId: newId('Contact'), subjects: [{ type: 'customer', id: customer, version: 2 }] },
      actor: '',
      correlationId: 'spec',
      causationId: null,
      traceparent: null,
    };
    return transactOn(database.dataSource)(systemActor(tenant, 'spec'), async (work) => {
      await subscription.handle(asked, reactionIn(work));
      return accept(null);
    });
  };

  it('are thrown away where they are parked: what names the person, and what cannot be read and has the id in it', async () => {
    const [customer, other] = [newId('Customer'), newId('Customer')];
    const [named, unreadable, anothers] = [newId('ServiceRequest'), newId('ServiceRequest'), newId('ServiceRequest')];
    const requests = [named, unreadable, anothers];
    await putAside(named, rowOf(customer, 'of the person'));
    await putAside(unreadable, rowOf(customer, 'cut off').slice(0, -9));
    await putAside(anothers, rowOf(other, `see ${customer}`));
    expect(await whatIsParked(requests)).toEqual(requests);

    await erase(customer);
    expect(await whatIsParked(requests)).toEqual([anothers]);
    // Read again from the topic, it is not put aside again.
    await putAside(unreadable, '{"sub');
    expect(await whatIsParked(requests)).toEqual([anothers]);
  });

  it('are thrown away as well when only the service’s own tables tell whose they are', async () => {
    const request = newId('ServiceRequest');
    await putAside(request, '{"subject": "cut off');
    await erase(newId('Customer'), () => Promise.resolve([request]));
    expect(await whatIsParked([request])).toEqual([]);
  });

  it('are not put aside afterwards, and take with them what was put aside before anybody knew whose it was', async () => {
    const customer = newId('Customer');
    await erase(customer);
    const request = newId('ServiceRequest');
    await putAside(request, rowOf(customer, 'late'));
    expect(await whatIsParked([request])).toEqual([]);

    await putAside(request, '{"subject": "late, and cut off');
    expect(await whatIsParked([request])).toEqual([request]);
    expect(await parkBehind(database.dataSource, GROUP, aRow(request, rowOf(customer, '')))).toBe(true);
    expect(await whatIsParked([request])).toEqual([]);
  });
});
