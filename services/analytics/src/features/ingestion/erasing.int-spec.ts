import { analyticsPersonalDataErasedV1, personalDataErasureRequestedV1, serviceRequestStateV1 } from '@crm/contracts';
import { type Id, accept, newId, systemActor, systemClock } from '@crm/kernel';
import { erasureSubscription } from '@crm/messaging';
import { reactionIn } from '@crm/persistence';
import { aTenant, somebodyWaits } from '@crm/testing';

import { customerState, told } from '../../facts.builder.ts';
import { type Warehouse, aWarehouse } from '../../warehouse.builder.ts';
import { erasePerson, recordsWith } from './erase-person.command.ts';

const erasing = erasureSubscription({
  receipt: analyticsPersonalDataErasedV1,
  clock: systemClock,
  eraseOwn: erasePerson,
  recordsWith,
});

const requestState = (
  tenant: Id<'Tenant'>,
  customerId: string,
  id: string,
  version = 1,
  subject = 'Printer of Li Wei',
) =>
  told(serviceRequestStateV1, tenant, { id, version }, { ...serviceRequestStateV1.example, id, customerId, subject });

describe('requests of a person who is erased', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await aWarehouse();
  });
  afterAll(() => warehouse.stop());

  const erase = (tenant: Id<'Tenant'>, customer: string) =>
    warehouse.transact(systemActor(tenant, 'spec'), async (work) => {
      if (erasing.kind !== 'effect') throw new TypeError('To erase is an effect');
      const subject = { type: 'customer' as const, id: customer, version: 2 };
      const data = { contactId: newId('Contact'), subjects: [subject] };
      const id = newId('PersonalDataErasure');
      await erasing.handle(told(personalDataErasureRequestedV1, tenant, { id }, data), reactionIn(work));
      return accept(null);
    });
  const subjects = async (tenant: Id<'Tenant'>) => {
    const found = await warehouse.transact<readonly { subject: string | null }[], never>(
      systemActor(tenant, 'spec'),
      async ({ db }) =>
        accept(
          await db.query(
            `select data ->> 'subject' as subject from latest_state where aggregate_type = 'service-request' order by aggregate_id`,
          ),
        ),
    );
    return found.ok ? found.value.map(({ subject }) => subject) : [];
  };

  it('are kept without a word of theirs from then on, and those of others stay', async () => {
    const tenant = aTenant();
    const [person, other] = [newId('Customer'), newId('Customer')];
    const [hers, theirs] = [newId('ServiceRequest', 1), newId('ServiceRequest', 2)];
    await warehouse.deliver(
      customerState(tenant, { id: person }),
      requestState(tenant, person, hers),
      requestState(tenant, other, theirs, 1, 'Lift stands still'),
    );

    await erase(tenant, person);
    expect(await subjects(tenant)).toEqual([null, 'Lift stands still']);
  });

  it('bring nothing back, when what was said before is heard after it: of one that is known, and of one that is not', async () => {
    const tenant = aTenant();
    const person = newId('Customer');
    const [known, unheardOf] = [newId('ServiceRequest', 1), newId('ServiceRequest', 2)];
    await warehouse.deliver(requestState(tenant, person, known));
    await erase(tenant, person);

    await warehouse.deliver(requestState(tenant, person, known, 2), requestState(tenant, person, unheardOf));
    expect(await subjects(tenant)).toEqual([null, null]);
  });

  it('are cleared too when they are being written at that moment', async () => {
    const tenant = aTenant();
    const person = newId('Customer');
    await warehouse.deliver(customerState(tenant, { id: person }));
    const erased: Promise<unknown>[] = [];
    await warehouse.deliverSlowly(requestState(tenant, person, newId('ServiceRequest')), async () => {
      erased.push(erase(tenant, person));
      await Promise.race([...erased, somebodyWaits(warehouse.dataSource)]);
    });
    await Promise.all(erased);
    expect(await subjects(tenant)).toEqual([null]);
  });
});
