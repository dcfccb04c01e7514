import type { Caller } from '@crm/access';
import { type Id, newId } from '@crm/kernel';
import { entityDrift, unprotectedTables } from '@crm/persistence';

import { aCompany, startContracts } from '../../contract-order.builder.ts';
import type { NewContract } from './create-contract.command.ts';

/** How far messages were read and sent is no company's. */
const OF_NO_COMPANY = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];

const supplyFor = (customerId: Id<'Customer'>): NewContract => ({
  customerId,
  name: '2027 年度供货合同',
  type: 'ANNUAL',
  amount: { amount: '90071992547409.93', currency: 'CNY' },
  startOn: '2027-01-01',
  endOn: '2027-12-31',
});

describe('contracts', () => {
  let orders: Awaited<ReturnType<typeof startContracts>>;
  beforeAll(async () => {
    orders = await startContracts();
  });
  afterAll(() => orders.stop());

  const drafted = async (caller: Caller, input: NewContract = supplyFor(newId('Customer'))) => {
    const decision = await orders.contracts.createContract(caller, input);
    if (!decision.ok) throw new Error(`it is a good contract: ${decision.refusal.kind}`);
    return decision.value;
  };
  const seenBy = async (caller: Caller, request = {}) => {
    const { page } = await orders.contracts.list(caller, request, false);
    return page.ok ? page.value.edges.map(({ node }) => node.contractNo) : page.refusal.kind;
  };
  const contractOf = async (caller: Caller, id: string) => (await orders.contracts.byIds(caller, [id]))[0];

  it('live in tables that the database keeps apart by company, as the code describes them', async () => {
    expect(await unprotectedTables(orders.dataSource, OF_NO_COMPANY)).toEqual([]);
    expect(await entityDrift(orders.dataSource)).toEqual([]);
  });

  describe('drafting a contract', () => {
    it('keeps every cent and every day, and announces it in the same transaction', async () => {
      const { li, east } = aCompany();
      const supply = supplyFor(newId('Customer'));
      const id = await drafted(li, supply);

      expect(await contractOf(li, id)).toMatchObject({
        ...supply,
        contractNo: 'CT-000001',
        status: 'DRAFT',
        ownerId: li.actor.employee,
        departmentId: east,
      });
      const [fact, state] = await orders.announced(li, id);
      expect([fact, state]).toMatchObject([
        { type: 'contract-order.contract-created.v1', version: 1 },
        { type: 'contract-order.contract-state.v1', version: 1 },
      ]);
      expect(JSON.parse(state?.payload ?? '')).toMatchObject({ amount: supply.amount, endOn: '2027-12-31' });
    });

    it('gives the same contract when the same key says the same again, and refuses another input', async () => {
      const { li } = aCompany();
      const input = { ...supplyFor(newId('Customer')), idempotencyKey: 'one' };
      const first = await drafted(li, input);

      expect(await drafted(li, input)).toBe(first);
      expect(await orders.contracts.createContract(li, { ...input, name: 'Other' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
    });

    it('is refused with a customer that is gone or not his to see, and leaves no trace', async () => {
      const company = aCompany();
      const { li, wang } = company;
      const [gone, ofWang] = [newId('Customer'), newId('Customer')];
      const west = { departmentId: company.staff[2].departmentId, version: 1 };
      await orders.hearOf(company, { ...west, id: gone, ownerId: li.actor.employee, isDeleted: true });
      await orders.hearOf(company, { ...west, id: ofWang, ownerId: wang.actor.employee, isDeleted: false });
      const notFound = { refusal: { kind: 'not-found', what: 'Customer', path: ['input', 'customerId'] } };

      expect(await orders.contracts.createContract(li, supplyFor(gone))).toMatchObject(notFound);
      expect(await orders.contracts.createContract(li, supplyFor(ofWang))).toMatchObject(notFound);
      expect(
        await orders.look(li, (sql) => sql.query(`select id from contract union all select id from aggregate_head`)),
      ).toEqual([]);
      await drafted(wang, supplyFor(ofWang));
    });

    it('does not believe news of a customer that are older than what it knows', async () => {
      const company = aCompany();
      const id = newId('Customer');
      const news = { id, ownerId: company.li.actor.employee, departmentId: company.east };
      await orders.hearOf(company, { ...news, isDeleted: true, version: 2 });
      await orders.hearOf(company, { ...news, isDeleted: false, version: 1 });

      expect(await orders.contracts.createContract(company.li, supplyFor(id))).toMatchObject({ ok: false });
    });
  });

  describe('the life of a contract', () => {
    it('ends when it is voided, after which it can be archived and no longer edited', async () => {
      const { li } = aCompany();
      const id = await drafted(li);
      await orders.contracts.voidContract(li, { id, expectedVersion: 1, reason: 'Chose another supplier' });

      expect(await contractOf(li, id)).toMatchObject({ status: 'VOIDED', voidedBecause: 'Chose another supplier' });
      expect(await orders.contracts.updateContract(li, { id, expectedVersion: 2, name: 'Again' })).toEqual({
        ok: false,
        refusal: { kind: 'illegal-transition', from: 'VOIDED', to: 'edited', allowed: ['ARCHIVED'] },
      });
      expect(await orders.contracts.actions(li, [id])).toEqual([{ id, actions: ['ARCHIVE'] }]);
      expect(await orders.contracts.archiveContract(li, { id, expectedVersion: 2 })).toMatchObject({ ok: true });
      expect(await seenBy(li, { filter: { isArchived: { eq: true } } })).toEqual(['CT-000001']);
    });

    it('is changed from the version that was read, and quiet when nothing differs', async () => {
      const { li } = aCompany();
      const id = await drafted(li);
      const pay = (amount: string) =>
        orders.contracts.updateContract(li, { id, expectedVersion: 1, amount: { amount, currency: 'CNY' } });

      expect(await pay('90071992547409.930')).toEqual({ ok: true, value: id });
      expect(await pay('12')).toMatchObject({ ok: true });
      expect(await pay('13')).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 2 } });
      expect((await orders.announced(li, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('goes into the bin and back by the hand of who may', async () => {
      const { li, headOfEast } = aCompany();
      const id = await drafted(li);

      expect(await orders.contracts.deleteContract(li, { id, expectedVersion: 1 })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'Contract.delete' },
      });
      await orders.contracts.deleteContract(headOfEast, { id, expectedVersion: 1 });
      expect([await seenBy(li), await seenBy(headOfEast, { filter: { isDeleted: { eq: true } } })]).toEqual([
        [],
        ['CT-000001'],
      ]);
      await orders.contracts.restoreContract(headOfEast, { id, expectedVersion: 2 });
      expect(await seenBy(li)).toEqual(['CT-000001']);
    });

    it('is handed over to somebody who works here, who then sees it', async () => {
      const company = aCompany();
      await orders.employ(company);
      const id = await drafted(company.li);
      const ownerId = company.staff[2].id;

      expect(
        await orders.contracts.assignContract(company.headOfEast, { id, expectedVersion: 1, ownerId }),
      ).toMatchObject({ ok: true });
      expect([await seenBy(company.li), await seenBy(company.wang)]).toEqual([[], ['CT-000001']]);
    });
  });

  describe('seeing contracts', () => {
    it('a rep sees his own, the head of the department all of it, another company nothing', async () => {
      const { li, chen, wang, headOfEast } = aCompany();
      const id = await drafted(li);
      await drafted(chen);
      await drafted(wang);

      expect(await seenBy(li)).toEqual(['CT-000001']);
      expect(await seenBy(headOfEast, { orderBy: [{ field: 'CONTRACT_NO', direction: 'ASC' }] })).toEqual([
        'CT-000001',
        'CT-000002',
      ]);
      const stranger = aCompany().admin;
      expect([await seenBy(stranger), await contractOf(stranger, id), await contractOf(chen, id)]).toEqual([
        [],
        undefined,
        undefined,
      ]);
    });

    it('those of many customers, a page of each, cost one question', async () => {
      const { li } = aCompany();
      const customers = [newId('Customer'), newId('Customer'), newId('Customer')] as const;
      for (const customer of [customers[0], customers[0], customers[1]]) await drafted(li, supplyFor(customer));
      const { ofCustomers } = orders.contracts.perRequest(li);
      orders.asked.length = 0;

      const pages = await Promise.all(customers.map((id) => ofCustomers(id, { first: 1 }, false)));

      expect(pages.map(({ page }) => page.ok && page.value.edges.length)).toEqual([1, 1, 0]);
      expect(orders.asked).toHaveLength(1);
      expect(await seenBy(li, { search: '供货' })).toHaveLength(3);
      expect(await seenBy(li, { filter: { endOn: { lt: '2027-12-31' } } })).toEqual([]);
    });
  });
});
