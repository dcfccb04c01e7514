import { contactDeletedV1, customerLifecycleChangedV1, roleStateV1 } from '@crm/contracts';
import type { Identity } from '@crm/graphql';
import { type Id, newId } from '@crm/kernel';
import { aTenant, administrator, anEmployee, somebody } from '@crm/testing';

import { companyWithContact, contactCreated, told } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse } from '../../warehouse.builder.ts';

const MEASURES = `{ contacts eventsInLast30Days eventsInLast90Days lastActivityAt ageDays lifecycleChanges }`;

describe('the metrics of a customer', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await aWarehouse();
  });
  afterAll(() => warehouse.stop());

  const metricsOf = async (who: Identity, id: string, asOf: string | null = null) => {
    const terms = asOf === null ? '' : `(asOf: "${asOf}")`;
    const [customer] = await warehouse.customers(who, [id], `metrics${terms} ${MEASURES}`);
    return customer?.metrics ?? null;
  };

  /** Known since 1 November, with a contact of the 2nd; another came on the 10th and went on the 12th. */
  const aCustomer = async (tenant: Id<'Tenant'>, ownerId: string | null = null) => {
    const { id, facts } = companyWithContact(tenant, { ownerId });
    const contact = newId('Contact');
    await warehouse.deliver(
      ...facts,
      contactCreated(tenant, id, { id: contact, at: '2026-11-10T23:59:59.999Z' }),
      told(contactDeletedV1, tenant, { id: contact, version: 2, at: '2026-11-12T00:00:00.000Z' }, { customerId: id }),
      told(
        customerLifecycleChangedV1,
        tenant,
        { id, version: 2, at: '2026-11-13T08:00:00.000Z' },
        customerLifecycleChangedV1.example,
      ),
    );
    return id;
  };

  it('are those of any day that is asked for, each day ending at midnight', async () => {
    const tenant = aTenant();
    const id = await aCustomer(tenant);
    const admin = administrator(tenant);

    expect(await metricsOf(admin, id, '2026-11-09')).toEqual({
      contacts: 1,
      eventsInLast30Days: 2,
      eventsInLast90Days: 2,
      lastActivityAt: '2026-11-02T09:00:00.000Z',
      ageDays: 8,
      lifecycleChanges: 0,
    });
    expect(await metricsOf(admin, id, '2026-11-10')).toMatchObject({ contacts: 2 });
    // What happens at midnight belongs to the day that begins.
    expect(await metricsOf(admin, id, '2026-11-11')).toMatchObject({ contacts: 2 });
    expect(await metricsOf(admin, id, '2026-11-12')).toMatchObject({ contacts: 1 });
    expect(await metricsOf(admin, id, '2026-11-13')).toMatchObject({
      contacts: 1,
      eventsInLast30Days: 5,
      lifecycleChanges: 1,
    });
  });

  it('are none for a day before we knew it', async () => {
    const tenant = aTenant();
    const id = await aCustomer(tenant);
    expect(await metricsOf(administrator(tenant), id, '2026-10-31')).toBeNull();
  });

  it('are for those who may read its timeline, and the contacts for those who may see contacts', async () => {
    const tenant = aTenant();
    const owner = newId('Employee');
    const id = await aCustomer(tenant, owner);
    await warehouse.deliver(
      told(
        roleStateV1,
        tenant,
        { id: newId('Role') },
        {
          ...roleStateV1.example,
          key: 'NO_CONTACTS',
          permissions: { 'Customer.read': 'ALL', 'Timeline.read': 'ALL' },
          fields: {},
        },
      ),
    );
    expect(await metricsOf(anEmployee(tenant, owner, ['SALES_REP']), id)).toMatchObject({ contacts: 1 });
    expect(await metricsOf(somebody(tenant, ['NO_CONTACTS']), id)).toMatchObject({ contacts: null });
    expect(await metricsOf(anEmployee(tenant, newId('Employee'), ['SALES_REP']), id)).toBeNull();
    expect(await metricsOf(somebody(tenant, ['TECHNICIAN']), id)).toBeNull();
    expect(await metricsOf(administrator(aTenant()), id)).toBeNull();
  });
});
