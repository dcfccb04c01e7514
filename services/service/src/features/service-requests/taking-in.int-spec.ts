import { entityDrift, unprotectedTables } from '@crm/persistence';

import { aCompany, startServiceRequests } from '../../service-requests.builder.ts';

/** How far messages were read and sent is no company's. */
const OF_NO_COMPANY = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];
const PHONE = { subject: 'No power', channel: 'PHONE' } as const;

describe('taking service requests in', () => {
  let service: Awaited<ReturnType<typeof startServiceRequests>>;
  beforeAll(async () => {
    service = await startServiceRequests();
  });
  afterAll(() => service.stop());

  it('live in tables that the database keeps apart by company, as the code describes them', async () => {
    expect(await unprotectedTables(service.dataSource, OF_NO_COMPANY)).toEqual([]);
    expect(await entityDrift(service.dataSource)).toEqual([]);
  });

  describe('a new request', () => {
    it('saves it with who took it in as its owner, and announces it in the same transaction', async () => {
      const { li, care, customer } = aCompany();
      const id = await service.takenIn(li, { ...PHONE, customerId: customer, kind: 'INCIDENT', urgency: 'HIGH' });

      expect(await service.requestOf(li, id)).toMatchObject({
        requestNo: 'SR-000001',
        status: 'NEW',
        priority: 'HIGH',
        assigneeId: null,
        ownerId: li.actor.employee,
        departmentId: care,
        version: 1,
      });
      const [fact, state] = await service.announced(li, id);
      expect([fact, state]).toMatchObject([
        { type: 'service.service-request-created.v1', version: 1 },
        { type: 'service.service-request-state.v1', version: 1 },
      ]);
      expect(JSON.parse(state?.payload ?? '')).toMatchObject({ subject: 'No power', customerId: customer });
    });

    it('gives the same request when the same key says the same again, and refuses another input', async () => {
      const { li, customer } = aCompany();
      const input = { ...PHONE, customerId: customer, idempotencyKey: 'one' };
      const first = await service.takenIn(li, input);

      expect(await service.takenIn(li, input)).toBe(first);
      expect(await service.requests.create(li, { ...input, subject: 'No light' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
      expect(await service.seenBy(li)).toEqual(['No power']);
    });

    it('leaves no trace when it is refused', async () => {
      const { li, admin, customer, wang } = aCompany();
      const unknown = { ...PHONE, customerId: customer, assigneeId: wang.actor.employee };

      expect(await service.requests.create(li, unknown)).toMatchObject({
        refusal: { problems: [{ path: ['input', 'assigneeId'], problem: 'unknown' }] },
      });
      const kept = await service.look(admin, (sql) =>
        sql.query(
          `select id from service_request union all select id from aggregate_head union all select event_id from outbox`,
        ),
      );
      expect(kept).toEqual([]);
    });

    it('is refused, by the permission’s name, to whom no role allows it', async () => {
      const { auditor, customer } = aCompany();
      expect(await service.requests.create(auditor, { ...PHONE, customerId: customer })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'ServiceRequest.create' },
      });
    });

    it('gives it at once to whoever is to work on it', async () => {
      const company = aCompany();
      await service.employ(company);
      const { li, tan, customer } = company;
      const assigneeId = tan.actor.employee;
      const id = await service.takenIn(li, { ...PHONE, customerId: customer, assigneeId });

      expect(await service.requestOf(tan, id)).toMatchObject({ status: 'ASSIGNED', assigneeId, ownerId: assigneeId });
    });
  });

  describe('the customer of a request', () => {
    it('must not be deleted, as far as we heard', async () => {
      const { li, customer } = aCompany();
      await service.hear(li, customer, 2, { ownerId: null, departmentId: null, isDeleted: true });
      await service.hear(li, customer, 1, { ownerId: null, departmentId: null, isDeleted: false });

      expect(await service.requests.create(li, { ...PHONE, customerId: customer })).toMatchObject({
        refusal: { kind: 'not-found', what: 'Customer' },
      });
    });

    it('must be one that the caller sees', async () => {
      const { li, wang, care, customer } = aCompany();
      await service.hear(li, customer, 1, { ownerId: li.actor.employee, departmentId: care, isDeleted: false });

      expect(await service.requests.create(wang, { ...PHONE, customerId: customer })).toMatchObject({
        refusal: { kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] },
      });
      expect(await service.requests.create(li, { ...PHONE, customerId: customer })).toMatchObject({ ok: true });
    });

    it('asks through the portal, and whoever looks after it answers for that', async () => {
      const { wang, sales, portalUser, customer } = aCompany();
      await service.hear(wang, customer, 1, { ownerId: wang.actor.employee, departmentId: sales, isDeleted: false });
      const somebody = portalUser(customer);
      const id = await service.takenIn(somebody, { customerId: customer, subject: 'When?', channel: 'PORTAL' });

      expect([await service.seenBy(somebody), await service.seenBy(wang)]).toEqual([['When?'], ['When?']]);
      expect(
        await service.requests.resolve(somebody, { id, expectedVersion: 1, solution: 'Now', isClosed: false }),
      ).toMatchObject({ refusal: { kind: 'forbidden', permission: 'ServiceRequest.update' } });
      expect(await service.requests.update(somebody, { id, expectedVersion: 1, urgency: 'HIGH' })).toEqual({
        ok: false,
        refusal: { kind: 'read-only-field', path: ['input', 'urgency'] },
      });
      expect(await service.requests.cancel(somebody, { id, expectedVersion: 1, reason: null })).toMatchObject({
        ok: true,
      });
    });
  });
});
