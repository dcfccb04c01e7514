import { aCompany, startServiceRequests } from '../../service-requests.builder.ts';

const PHONE = { subject: 'No power', channel: 'PHONE' } as const;

describe('service requests', () => {
  let service: Awaited<ReturnType<typeof startServiceRequests>>;
  beforeAll(async () => {
    service = await startServiceRequests();
  });
  afterAll(() => service.stop());

  describe('working on a request', () => {
    it('goes its way step by step, each told as it happens', async () => {
      const company = aCompany();
      await service.employ(company);
      const { li, tan, customer } = company;
      const id = await service.takenIn(li, { ...PHONE, customerId: customer });
      await service.requests.assign(li, { id, expectedVersion: 1, assigneeId: company.staff[2].id });
      await service.requests.start(tan, { id, expectedVersion: 2 });
      await service.requests.pause(tan, { id, expectedVersion: 3, waitingFor: 'CUSTOMER' });
      await service.requests.start(tan, { id, expectedVersion: 4 });
      await service.requests.resolve(tan, { id, expectedVersion: 5, solution: 'A new fuse', isClosed: false });
      await service.requests.reopen(tan, { id, expectedVersion: 6, reason: 'It went out again' });

      expect(await service.requestOf(tan, id)).toMatchObject({
        status: 'REOPENED',
        solution: 'A new fuse',
        resolvedAt: null,
        movedBecause: 'It went out again',
      });
      const told = (await service.announced(tan, id)).filter(({ type }) => !type.includes('state'));
      expect(told.map(({ payload }) => JSON.parse(payload) as unknown)).toMatchObject([
        { status: 'NEW' },
        { fromStatus: 'NEW', toStatus: 'ASSIGNED', toAssigneeId: company.staff[2].id },
        { from: 'ASSIGNED', to: 'IN_PROGRESS' },
        { from: 'IN_PROGRESS', to: 'PENDING_CUSTOMER' },
        { from: 'PENDING_CUSTOMER', to: 'IN_PROGRESS' },
        { from: 'IN_PROGRESS', to: 'RESOLVED' },
        { from: 'RESOLVED', to: 'REOPENED', reason: null },
      ]);
    });

    it('may end where it began: answered at intake is resolved and closed in one act', async () => {
      const { li, customer } = aCompany();
      const id = await service.takenIn(li, { ...PHONE, customerId: customer });
      await service.requests.resolve(li, { id, expectedVersion: 1, solution: 'Plug it in', isClosed: true });

      expect(await service.requestOf(li, id)).toMatchObject({ status: 'CLOSED', version: 3 });
      expect((await service.announced(li, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2, 3, 3]);
    });

    it('is refused where the way does not lead, with where it does', async () => {
      const { li, customer } = aCompany();
      const id = await service.takenIn(li, { ...PHONE, customerId: customer });

      expect(await service.requests.close(li, { id, expectedVersion: 1 })).toEqual({
        ok: false,
        refusal: {
          kind: 'illegal-transition',
          from: 'NEW',
          to: 'CLOSED',
          allowed: ['ASSIGNED', 'RESOLVED', 'CANCELLED'],
        },
      });
      await service.requests.resolve(li, { id, expectedVersion: 1, solution: 'Plug it in', isClosed: false });
      const afterAWeek = service.at('2026-11-29T09:00:01Z');
      expect(await afterAWeek.reopen(li, { id, expectedVersion: 2, reason: null })).toMatchObject({
        refusal: { allowed: ['CLOSED'] },
      });
    });

    it('is refused from an older version, and is quiet when nothing differs', async () => {
      const { li, customer } = aCompany();
      const id = await service.takenIn(li, { ...PHONE, customerId: customer });
      const rename = (expectedVersion: number, subject: string) =>
        service.requests.update(li, { id, expectedVersion, subject });

      expect(await rename(1, 'No power')).toEqual({ ok: true, value: id });
      expect(await rename(1, 'No light')).toMatchObject({ ok: true });
      expect(await rename(1, 'No heat')).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 2 } });
      expect((await service.announced(li, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('ends in the bin, from which it comes back', async () => {
      const { li, customer } = aCompany();
      const id = await service.takenIn(li, { ...PHONE, customerId: customer });
      await service.requests.delete(li, { id, expectedVersion: 1, reason: 'Entered twice' });

      expect(await service.seenBy(li)).toEqual([]);
      expect(await service.seenBy(li, { filter: { isDeleted: { eq: true } } })).toEqual(['No power']);
      expect(await service.requests.start(li, { id, expectedVersion: 2 })).toMatchObject({
        refusal: { kind: 'illegal-transition', from: 'deleted', allowed: ['restored'] },
      });
      await service.requests.restore(li, { id, expectedVersion: 2 });
      expect(await service.seenBy(li)).toEqual(['No power']);
    });
  });

  describe('seeing requests', () => {
    it('an agent sees his team’s, a rep his own, his head the department’s, another company nothing', async () => {
      const { li, chen, wang, tan, headOfSales, customer } = aCompany();
      const id = await service.takenIn(li, { ...PHONE, customerId: customer });
      await service.takenIn(wang, { ...PHONE, customerId: customer, subject: 'Of Wang' });

      expect([await service.seenBy(chen), await service.seenBy(wang)]).toEqual([['No power'], ['Of Wang']]);
      expect([await service.seenBy(headOfSales), await service.seenBy(tan)]).toEqual([['Of Wang'], []]);
      expect(await service.requestOf(wang, id)).toBeNull();
      const stranger = aCompany().admin;
      expect([await service.seenBy(stranger), await service.requestOf(stranger, id)]).toEqual([[], null]);
      expect(await service.requests.start(stranger, { id, expectedVersion: 1 })).toMatchObject({
        refusal: { kind: 'not-found' },
      });
    });

    it('finds them by parts of words, filters, orders by priority, and asks once however many there are', async () => {
      const { li, customer } = aCompany();
      await service.takenIn(li, { ...PHONE, customerId: customer, subject: '打印机无法开机' });
      await service.takenIn(li, {
        ...PHONE,
        customerId: customer,
        impact: 'HIGH',
        urgency: 'HIGH',
        description: 'Smells',
      });
      service.asked.length = 0;

      expect(await service.seenBy(li, { orderBy: [{ field: 'PRIORITY', direction: 'DESC' }] })).toEqual([
        'No power',
        '打印机无法开机',
      ]);
      expect(service.asked).toHaveLength(1);
      expect(await service.seenBy(li, { search: '打印' })).toEqual(['打印机无法开机']);
      expect(await service.seenBy(li, { search: 'SR-000002 smell' })).toEqual(['No power']);
      expect(await service.seenBy(li, { filter: { priority: { eq: 'URGENT' } } })).toEqual(['No power']);
    });

    it('asks once for the requests of several customers', async () => {
      const [{ li, customer }, { customer: other }] = [aCompany(), aCompany()];
      await service.takenIn(li, { ...PHONE, customerId: customer });
      const { ofCustomers } = service.requests.perRequest(li);
      service.asked.length = 0;

      const pages = await Promise.all([ofCustomers(customer, {}, false), ofCustomers(other, {}, false)]);
      expect(pages.map(({ page }) => page.ok && page.value.edges.length)).toEqual([1, 0]);
      expect(service.asked).toHaveLength(1);
    });
  });
});
