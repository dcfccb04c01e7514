import { personalDataErasureRequestedV1, servicePersonalDataErasedV1 } from '@crm/contracts';
import { type Id, accept, clockAt, newId, systemActor } from '@crm/kernel';
import { eraseArchive, erasureSubscription, isErased } from '@crm/messaging';
import { reactionIn, readOn, transactOn } from '@crm/persistence';

import { aCompany, startServiceRequests } from './service-requests.builder.ts';
import { placeOfCustomer } from './features/known-customers/known-customer.queries.ts';
import { eraseRequests } from './features/service-requests/erase-requests.command.ts';
import { serviceRequestsFeature } from './features/service-requests/service-requests.feature.ts';

const PHONE = { subject: 'Printer of Li Wei', channel: 'PHONE' } as const;
const clock = clockAt('2026-11-22T09:00:00Z');
const erasing = erasureSubscription({
  receipt: servicePersonalDataErasedV1,
  clock,
  eraseOwn: eraseRequests({ clock, eraseArchive, sayAgainAfterMs: 1 }),
});

type Company = ReturnType<typeof aCompany>;

describe('a person customer who is erased', () => {
  let service: Awaited<ReturnType<typeof startServiceRequests>>;
  beforeAll(async () => {
    service = await startServiceRequests();
  });
  afterAll(() => service.stop());

  const erase = ({ admin: { actor } }: Company, customer: Id<'Customer'>) =>
    transactOn(service.dataSource)(systemActor(actor.tenant, 'spec'), async (work) => {
      if (erasing.kind !== 'effect') throw new TypeError('To erase is an effect');
      const asked = {
        type: personalDataErasureRequestedV1.type,
        eventId: newId('Event'),
        tenant: actor.tenant,
        aggregate: { type: 'personal-data', id: newId('PersonalDataErasure'), version: 1 },
        occurredAt: clock.now(),
        data: { contactId: newId('Contact'), subjects: [{ type: 'customer' as const, id: customer, version: 2 }] },
        actor: '',
        correlationId: 'spec',
        causationId: null,
        traceparent: null,
      };
      await erasing.handle(asked, reactionIn(work));
      return accept(null);
    });

  it('can have no new requests, though the news of it have not come yet', async () => {
    const company = aCompany();
    const { li, care, customer } = company;
    await service.hear(li, customer, 1, { ownerId: li.actor.employee, departmentId: care, isDeleted: false });
    await erase(company, customer);

    expect(await service.requests.create(li, { ...PHONE, customerId: customer })).toMatchObject({
      refusal: { kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] },
    });
  });

  it('keeps no text of a request that was being made when everything was cleared', async () => {
    const company = aCompany();
    const { li, customer } = company;
    const [asked, goOn] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const { create } = serviceRequestsFeature({
      transact: transactOn(service.dataSource),
      read: readOn(service.dataSource),
      clock,
      isErased,
      placeOfCustomer: async (...of) => {
        const place = await placeOfCustomer(...of);
        asked.resolve(null);
        await goOn.promise;
        return place;
      },
    });
    const creating = create(li, { ...PHONE, customerId: customer });
    await asked.promise;
    const erased = erase(company, customer);
    await Promise.race([erased, service.somebodyWaits()]);
    goOn.resolve(null);

    expect((await creating).ok).toBe(true);
    await erased;
    expect(await service.seenBy(li)).toEqual(['']);
  });
});
