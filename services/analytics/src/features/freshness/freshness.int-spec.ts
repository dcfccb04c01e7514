import { newId } from '@crm/kernel';
import { aTenant, administrator, somebody } from '@crm/testing';

import { contactCreated, customerCreated } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse } from '../../warehouse.builder.ts';

const FRESHNESS = `{ analyticsFreshness { measuredAt lastEventAt lagSeconds idleSeconds topics { topic lastEventAt } rebuild { phase } } }`;

describe('the freshness of what is shown', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await aWarehouse();
  });
  afterAll(() => warehouse.stop());

  it('is that of the newest event of each topic', async () => {
    const tenant = aTenant();
    const id = newId('Customer');
    await warehouse.deliver(
      customerCreated(tenant, { id, at: '2026-11-01T09:00:00.000Z' }),
      contactCreated(tenant, id, { id: newId('Contact'), at: '2026-11-02T09:00:00.000Z' }),
    );
    const answer = await warehouse.ask(administrator(tenant), FRESHNESS);
    expect(answer.data).toEqual({
      analyticsFreshness: {
        measuredAt: expect.any(String) as string,
        lastEventAt: '2026-11-02T09:00:00.000Z',
        lagSeconds: expect.any(Number) as number,
        idleSeconds: expect.any(Number) as number,
        topics: [
          { topic: 'crm.customer.contact.fact.v1', lastEventAt: '2026-11-02T09:00:00.000Z' },
          { topic: 'crm.customer.customer.fact.v1', lastEventAt: '2026-11-01T09:00:00.000Z' },
        ],
        rebuild: null,
      },
    });
  });

  it('is nobody’s business who may read no timeline', async () => {
    expect((await warehouse.ask(somebody(aTenant(), ['TECHNICIAN']), FRESHNESS)).data).toEqual({
      analyticsFreshness: null,
    });
  });

  it('is said even when nothing has happened yet', async () => {
    expect((await warehouse.ask(administrator(aTenant()), FRESHNESS)).data).toMatchObject({
      analyticsFreshness: { lastEventAt: null, lagSeconds: null, topics: [] },
    });
  });
});
