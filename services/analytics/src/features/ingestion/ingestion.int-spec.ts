import { customerDeletedV1, customerStateV1 } from '@crm/contracts';
import type { Identity } from '@crm/graphql';
import { newId, systemActor } from '@crm/kernel';
import { unprotectedTables } from '@crm/persistence';
import { aTenant, administrator, anEmployee } from '@crm/testing';

import { contactCreated, contactState, customerCreated, customerState, told } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse } from '../../warehouse.builder.ts';

const OF_NO_COMPANY = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];

describe('what arrives from the topics', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await aWarehouse();
  });
  afterAll(() => warehouse.stop());

  const titlesOf = async (who: Identity, id: string) => {
    const [customer] = await warehouse.customers(who, [id]);
    return customer?.timeline?.nodes.map(({ title }) => title) ?? null;
  };

  it('counts once, however often it is delivered', async () => {
    const tenant = aTenant();
    const id = newId('Customer');
    const created = customerCreated(tenant, { id });
    await warehouse.deliver(customerState(tenant, { id }), created, created, created);

    expect(await titlesOf(administrator(tenant), id)).toEqual(['Customer created']);
    expect(await warehouse.rowsOf(tenant, 'timeline_entry', 'event_id')).toHaveLength(1);
  });

  it('comes to the same whatever the order across topics', async () => {
    const tenant = aTenant();
    const [owner, ann, bo] = [newId('Employee'), newId('Customer'), newId('Customer')];
    const rep = anEmployee(tenant, owner, ['SALES_REP']);
    const eventsOf = (id: string, contact: string) => [
      customerCreated(tenant, { id }),
      customerState(tenant, { id }, { ownerId: owner }),
      contactCreated(tenant, id, { id: contact, at: '2026-11-02T09:00:00.000Z' }),
      contactState(tenant, id, { id: contact }, { ownerId: owner }),
    ];
    await warehouse.deliver(...eventsOf(ann, newId('Contact')));
    await warehouse.deliver(...eventsOf(bo, newId('Contact')).toReversed());

    const expected = ['Contact created', 'Customer created'];
    expect([await titlesOf(rep, ann), await titlesOf(rep, bo)]).toEqual([expected, expected]);
  });

  it('keeps the newest state of a record when an older one comes late', async () => {
    const tenant = aTenant();
    const id = newId('Customer');
    const newer = newId('Employee');
    await warehouse.deliver(
      customerState(tenant, { id, version: 3 }, { ownerId: newer }),
      customerState(tenant, { id, version: 2 }, { ownerId: newId('Employee') }),
    );
    expect(await warehouse.rowsOf(tenant, 'dim_customer', 'version, owner_id')).toEqual([
      { version: 3, owner_id: newer },
    ]);
  });

  it('keeps nothing personal of a customer that was erased, and shows nothing of it', async () => {
    const tenant = aTenant();
    const id = newId('Customer');
    await warehouse.deliver(
      customerCreated(tenant, { id }),
      customerState(tenant, { id }),
      told(customerStateV1, tenant, { id, version: 2 }, null),
      // Comes again, late.
      customerState(tenant, { id }),
    );
    expect(await warehouse.rowsOf(tenant, 'dim_customer', 'is_gone, name, customer_no')).toEqual([
      { is_gone: true, name: null, customer_no: null },
    ]);
    expect(await titlesOf(administrator(tenant), id)).toBeNull();
  });

  it('tells of a customer in the bin as before: it may come back', async () => {
    const tenant = aTenant();
    const id = newId('Customer');
    await warehouse.deliver(
      customerState(tenant, { id }),
      customerCreated(tenant, { id }),
      told(customerDeletedV1, tenant, { id, version: 2, at: '2026-11-03T09:00:00.000Z' }, { reason: null }),
    );
    expect(await titlesOf(administrator(tenant), id)).toEqual(['Customer deleted', 'Customer created']);
  });

  it('lies in tables that the database keeps apart by company', async () => {
    expect(await unprotectedTables(warehouse.dataSource, OF_NO_COMPANY)).toEqual([]);
  });

  it('cannot be changed afterwards', async () => {
    const tenant = aTenant();
    await warehouse.deliver(customerCreated(tenant, { id: newId('Customer') }));
    await expect(
      warehouse.transact(systemActor(tenant, 'spec'), ({ db }) => db.query(`delete from event_log`)),
    ).rejects.toThrow('append only');
  });
});
