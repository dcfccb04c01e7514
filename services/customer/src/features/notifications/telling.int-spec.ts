import { setTimeout as pause } from 'node:timers/promises';

import {
  type Contract,
  PUBLISHED_CONTRACTS,
  campaignOwnerChangedV1,
  contractOwnerChangedV1,
  leadAssignedV1,
  personalDataErasureCompletedV1,
  recordSharedV1,
  serviceRequestAssignedV1,
} from '@crm/contracts';
import type { Identity } from '@crm/graphql';
import { type IdType, newId } from '@crm/kernel';
import { kafkaEventBus, topicsOf } from '@crm/messaging';
import { type TestBroker, aTenant, administrator, startBroker } from '@crm/testing';

import { aCustomerService } from '../../customer-service.builder.ts';

const INBOX = '{ notifications(first: 50) { nodes { kind subject { id } actor { id } } } }';
const SHARE = `mutation ($input: ShareCustomerInput!) { shareCustomer(input: $input) { userErrors { code } } }`;
const LEAVE = `mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { userErrors { code } } }`;

type Told = { readonly kind: string; readonly subject: { id: string } | null; readonly actor: { id: string } | null };

describe('what happens anywhere', () => {
  let broker: TestBroker;
  let bus: ReturnType<typeof kafkaEventBus>;
  let scene: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    broker = await startBroker({ own: true });
    bus = kafkaEventBus({ brokers: broker.brokers, clientId: 'spec' });
    await bus.ensureTopics(topicsOf(PUBLISHED_CONTRACTS));
    scene = await aCustomerService(broker.brokers);
  });
  afterAll(async () => {
    await scene.stop();
    await bus.close();
    await broker.stop();
  });

  /** A company with a rep, a colleague and somebody who has left. */
  const aTeam = async () => {
    const admin = administrator(aTenant());
    const department = await scene.aDepartmentOf(admin);
    const hire = async (role: string) => {
      const employee = await scene.anEmployeeOf(admin, department, [role]);
      const [row] = await scene.sqlIn<{ subject: string }>(admin, 'select subject from employee where id = $1', [
        employee.employee,
      ]);
      return { ...employee, subject: row?.subject ?? '' };
    };
    return {
      admin,
      rep: await hire('SALES_REP'),
      manager: await hire('SALES_MANAGER'),
      former: await hire('SALES_REP'),
    };
  };

  /** What another service publishes; the same event id is the same event. */
  const publish = async (
    { topic, type, example }: Contract,
    by: Identity,
    about: string,
    data: object,
    more: object = {},
  ) => {
    const headers = {
      ce_id: newId('Event'),
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_tenantid: by.tenant,
      ce_aggregateversion: '2',
      ce_actor: by.subject,
      ...more,
    };
    await bus.publish([{ topic, key: about, value: JSON.stringify({ ...example, ...data }), headers }]);
  };
  const inboxOf = async (who: Identity): Promise<readonly Told[]> =>
    (await scene.service.ask(who, INBOX)).data.notifications.nodes;
  const inboxWith = async (who: Identity, many: number) => {
    for (const until = Date.now() + 20_000; Date.now() < until && (await inboxOf(who)).length < many;) await pause(50);
    // Long enough for one too many to arrive.
    await pause(300);
    return inboxOf(who);
  };

  it('is told to whom it concerns, with the record and who did it', async () => {
    const { rep, manager } = await aTeam();
    const subject = (type: IdType) => newId(type);
    const [lead, request, contract, campaign] = (['Lead', 'ServiceRequest', 'Contract', 'Campaign'] as const).map(
      subject,
    );
    await publish(leadAssignedV1, manager, String(lead), { toOwnerId: rep.employee });
    await publish(serviceRequestAssignedV1, manager, String(request), { toAssigneeId: rep.employee });
    await publish(contractOwnerChangedV1, manager, String(contract), { toOwnerId: rep.employee });
    await publish(campaignOwnerChangedV1, manager, String(campaign), { toOwnerId: rep.employee });
    const own = await scene.created(manager);
    await scene.act(manager, 'assignCustomer', { id: own.id, expectedVersion: 1, ownerId: rep.employee });

    const told = await inboxWith(rep, 5);
    const by = { id: manager.employee };
    expect([...told].sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'CAMPAIGN_ASSIGNED', subject: { id: campaign }, actor: by },
      { kind: 'CONTRACT_ASSIGNED', subject: { id: contract }, actor: by },
      { kind: 'CUSTOMER_ASSIGNED', subject: { id: own.id }, actor: by },
      { kind: 'LEAD_ASSIGNED', subject: { id: lead }, actor: by },
      { kind: 'SERVICE_REQUEST_ASSIGNED', subject: { id: request }, actor: by },
    ]);
    expect(await inboxOf(manager)).toEqual([]);
  });

  it('is told of a share to an employee, and not to a department', async () => {
    const { admin, rep, manager } = await aTeam();
    const { id: customerId } = await scene.created(manager);
    const share = { customerId, level: 'READ' };
    await scene.service.ask(manager, SHARE, { input: { ...share, employeeId: rep.employee } });
    await publish(recordSharedV1, manager, newId('RecordShare'), {
      granteeType: 'DEPARTMENT',
      granteeId: rep.employee,
    });
    expect(await inboxWith(rep, 1)).toEqual([
      { kind: 'RECORD_SHARED', subject: { id: customerId }, actor: { id: manager.employee } },
    ]);
    expect(await inboxOf(admin)).toEqual([]);
  });

  it('is told once, however often it arrives, with the facts to follow it by', async () => {
    const { rep, manager } = await aTeam();
    const [lead, ce_id] = [newId('Lead'), newId('Event')];
    for (let n = 0; n < 3; n += 1) await publish(leadAssignedV1, manager, lead, { toOwnerId: rep.employee }, { ce_id });
    expect(await inboxWith(rep, 1)).toHaveLength(1);

    const [row] = await scene.sqlIn<{ id: string }>(rep, 'select id from notification');
    expect(await scene.announced(String(row?.id))).toEqual(['customer.notification-created.v1']);
    expect(await scene.told(String(row?.id), 'customer.notification-created.v1')).toMatchObject([
      {
        aggregateVersion: 1,
        recipientId: rep.employee,
        kind: 'LEAD_ASSIGNED',
        subjectId: lead,
        actorId: manager.employee,
      },
    ]);
  });

  it('is not told to who did it himself, has left, or never was of this company', async () => {
    const { admin, rep, manager, former } = await aTeam();
    const elsewhere = (await aTeam()).rep;
    await scene.service.ask(admin, LEAVE, { input: { id: former.employee, expectedVersion: 1, isActive: false } });
    const lead = newId('Lead');
    for (const toOwnerId of [manager.employee, former.employee, elsewhere.employee, newId('Employee'), rep.employee]) {
      await publish(leadAssignedV1, manager, lead, { toOwnerId });
    }
    // The last of one record: the others were handled before.
    expect(await inboxWith(rep, 1)).toHaveLength(1);
    const rows = await scene.sqlIn<{ recipient_id: string }>(admin, 'select recipient_id from notification');
    expect(rows).toEqual([{ recipient_id: rep.employee }]);
    expect(await scene.sqlIn(elsewhere, 'select 1 from notification')).toEqual([]);
  });

  it('is told to who asked for an erasure, when it is complete', async () => {
    const { rep, admin } = await aTeam();
    const erasure = newId('PersonalDataErasure');
    const system = { ...admin, subject: 'system' };
    await publish(personalDataErasureCompletedV1, system, erasure, { requestedBy: null });
    await publish(personalDataErasureCompletedV1, system, erasure, { requestedBy: rep.employee });
    // There is no such erasure here: whoever asks is shown nothing of it.
    expect(await inboxWith(rep, 1)).toEqual([{ kind: 'PERSONAL_DATA_ERASED', subject: null, actor: null }]);
  });

  it('is forgotten after ninety days', async () => {
    const { rep, manager } = await aTeam();
    await publish(leadAssignedV1, manager, newId('Lead'), { toOwnerId: rep.employee });
    await inboxWith(rep, 1);
    await scene.sqlIn(rep, `update notification set created_at = created_at - interval '90 days 1 second'`);
    const isDue = `update timer set next_try_at = now(), due_at = due_at - interval '1 day'
      where kind = 'notifications.forget' and entity_id = $1 returning slot`;
    expect(await scene.sqlIn(rep, isDue, [rep.employee])).toHaveLength(1);
    for (const until = Date.now() + 10_000; Date.now() < until && (await inboxOf(rep)).length > 0;) await pause(50);
    expect(await inboxOf(rep)).toEqual([]);
  });
});
