import type { Caller } from '@crm/access';
import { entityDrift, unprotectedTables } from '@crm/persistence';
import type { Id } from '@crm/kernel';

import type { NewLead } from './create-lead.command.ts';
import { aCompany, startLeads } from './leads.builder.ts';

/** How far messages were read and sent is no company's. */
const OF_NO_COMPANY = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];

describe('leads', () => {
  let sales: Awaited<ReturnType<typeof startLeads>>;
  beforeAll(async () => {
    sales = await startLeads();
  });
  afterAll(() => sales.stop());

  const captured = async (caller: Caller, input: NewLead): Promise<Id<'Lead'>> => {
    const decision = await sales.leads.createLead(caller, input);
    if (!decision.ok) throw new Error(`${String(input.name)} is a good lead: ${decision.refusal.kind}`);
    return decision.value;
  };
  const seenBy = async (caller: Caller, request = {}) => {
    const { page } = await sales.leads.list(caller, request, false);
    return page.ok ? page.value.edges.map(({ node }) => node.name) : page.refusal.kind;
  };
  const leadOf = async (caller: Caller, id: string) => (await sales.leads.byIds(caller, [id]))[0];

  it('live in tables that the database keeps apart by company, as the code describes them', async () => {
    expect(await unprotectedTables(sales.dataSource, OF_NO_COMPANY)).toEqual([]);
    expect(await entityDrift(sales.dataSource)).toEqual([]);
  });

  describe('capturing a lead', () => {
    it('saves it with who found it as its owner, and announces it in the same transaction', async () => {
      const { li, east } = aCompany();
      const id = await captured(li, { name: ' 李伟 ', phone: '138 1234 5678', country: 'CN', source: 'FAIR' });

      expect(await leadOf(li, id)).toMatchObject({
        leadNo: 'L-000001',
        name: '李伟',
        status: 'ASSIGNED',
        ownerId: li.actor.employee,
        departmentId: east,
        version: 1,
      });
      const [fact, state] = await sales.announced(li, id);
      expect([fact, state]).toMatchObject([
        { type: 'sales.lead-captured.v1', version: 1 },
        { type: 'sales.lead-state.v1', version: 1 },
      ]);
      expect(JSON.parse(state?.payload ?? '')).toMatchObject({ name: '李伟', phone: '+8613812345678' });
    });

    it('gives the same lead when the same key says the same again, and refuses another input', async () => {
      const { li } = aCompany();
      const input = { name: 'Li Wei', idempotencyKey: 'one' };
      const first = await captured(li, input);

      expect(await captured(li, input)).toBe(first);
      expect(await sales.leads.createLead(li, { ...input, name: 'Wang' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
      expect(await seenBy(li)).toEqual(['Li Wei']);
    });

    it('leaves no trace when it is refused', async () => {
      const company = aCompany();
      const unknown = { name: 'Li Wei', ownerId: company.wang.actor.employee };

      expect(await sales.leads.createLead(company.admin, unknown)).toMatchObject({
        refusal: { problems: [{ path: ['input', 'ownerId'], problem: 'unknown' }] },
      });
      const kept = await sales.look(company.admin, (sql) =>
        sql.query(`select id from lead union all select id from aggregate_head union all select event_id from outbox`),
      );
      expect(kept).toEqual([]);
    });

    it('is refused, by the permission’s name, to whom no role allows it', async () => {
      const { analyst, li, chen } = aCompany();
      expect(await sales.leads.createLead(analyst, { name: 'Li' })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'Lead.create' },
      });
      expect(await sales.leads.createLead(li, { name: 'Li', ownerId: chen.actor.employee })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'Lead.assign' },
      });
    });
  });

  describe('working on a lead', () => {
    it('goes its way step by step, each with an event of its own', async () => {
      const { li } = aCompany();
      const id = await captured(li, { name: 'Li Wei' });
      const { recordLeadContact, nurtureLead, qualifyLead, disqualifyLead, reopenLead } = sales.leads;
      await recordLeadContact(li, { id, expectedVersion: 1 });
      await nurtureLead(li, { id, expectedVersion: 2 });
      await qualifyLead(li, { id, expectedVersion: 3 });
      await disqualifyLead(li, { id, expectedVersion: 4, reason: 'No budget' });

      expect(await leadOf(li, id)).toMatchObject({
        status: 'DISQUALIFIED',
        disqualifiedBecause: 'No budget',
        firstContactAt: new Date('2026-11-22T09:00:00Z'),
      });
      expect(await reopenLead(li, { id, expectedVersion: 5 })).toMatchObject({ ok: true });
      expect(await leadOf(li, id)).toMatchObject({ status: 'ASSIGNED', disqualifiedBecause: null, version: 6 });
      const facts = (await sales.announced(li, id)).filter(({ type }) => !type.includes('state'));
      expect(facts.map(({ type }) => type.replace(/^sales\.lead-|\.v1$/g, ''))).toEqual([
        'captured',
        'contacted',
        'nurtured',
        'qualified',
        'disqualified',
        'reopened',
      ]);
    });

    it('is refused where the way does not lead, with where it does', async () => {
      const { admin } = aCompany();
      const id = await captured(admin, { name: 'Li Wei' });

      expect(await sales.leads.nurtureLead(admin, { id, expectedVersion: 1 })).toEqual({
        ok: false,
        refusal: {
          kind: 'illegal-transition',
          from: 'NEW',
          to: 'NURTURING',
          allowed: ['ASSIGNED', 'QUALIFIED', 'DISQUALIFIED'],
        },
      });
    });

    it('is refused from an older version, and is quiet when nothing differs', async () => {
      const { li } = aCompany();
      const id = await captured(li, { name: 'Li Wei' });
      const rename = (expectedVersion: number, name: string) =>
        sales.leads.updateLead(li, { id, expectedVersion, name });

      expect(await rename(1, 'Li Wei')).toEqual({ ok: true, value: id });
      expect(await rename(1, 'Li Na')).toMatchObject({ ok: true });
      expect(await rename(1, 'Li Bo')).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 2 } });
      expect((await sales.announced(li, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('can be handed over by who may assign, to somebody who works here', async () => {
      const company = aCompany();
      await sales.employ(company);
      const { li, wang, headOfEast } = company;
      const id = await captured(li, { name: 'Li Wei' });
      const to = { id, expectedVersion: 1, ownerId: company.staff[2].id };
      const give = (caller: Caller) => sales.leads.assignLead(caller, to);

      expect(await give(li)).toMatchObject({ refusal: { kind: 'forbidden', permission: 'Lead.assign' } });
      expect(await give(headOfEast)).toMatchObject({ ok: true });
      expect([await seenBy(li), await seenBy(wang)]).toEqual([[], ['Li Wei']]);
    });

    it('ends in the bin, from which it comes back', async () => {
      const { li, headOfEast } = aCompany();
      const id = await captured(li, { name: 'Li Wei' });
      await sales.leads.deleteLead(li, { id, expectedVersion: 1 });

      expect(await seenBy(li)).toEqual([]);
      expect(await seenBy(headOfEast, { filter: { isDeleted: { eq: true } } })).toEqual(['Li Wei']);
      expect(await sales.leads.qualifyLead(li, { id, expectedVersion: 2 })).toMatchObject({
        refusal: { kind: 'illegal-transition', from: 'deleted', allowed: ['restored'] },
      });
      expect(await sales.leads.actions(li, [id])).toEqual([{ id, actions: ['RESTORE'] }]);
      await sales.leads.restoreLead(li, { id, expectedVersion: 2 });
      expect(await seenBy(li)).toEqual(['Li Wei']);
    });
  });

  describe('seeing leads', () => {
    it('a rep sees his own, the head of the department all of it, another company nothing', async () => {
      const { li, chen, wang, headOfEast } = aCompany();
      const id = await captured(li, { name: 'Of Li' });
      await captured(chen, { name: 'Of Chen' });
      await captured(wang, { name: 'Of Wang' });

      expect(await seenBy(li)).toEqual(['Of Li']);
      expect((await seenBy(headOfEast)).toString().split(',').toSorted()).toEqual(['Of Chen', 'Of Li']);
      expect(await leadOf(wang, id)).toBeUndefined();
      const stranger = aCompany().admin;
      expect([await seenBy(stranger), await leadOf(stranger, id)]).toEqual([[], undefined]);
      expect(await sales.leads.updateLead(stranger, { id, expectedVersion: 1, name: 'Mine' })).toMatchObject({
        refusal: { kind: 'not-found' },
      });
    });

    it('finds them by parts of words and by phone, filters, orders, and asks once however many there are', async () => {
      const { li } = aCompany();
      await captured(li, { name: '李伟', company: '上海晨光贸易有限公司', source: 'FAIR' });
      await captured(li, { name: 'Zoe', phone: '+8613812345678' });
      sales.asked.length = 0;

      expect(await seenBy(li, { orderBy: [{ field: 'NAME', direction: 'ASC' }] })).toEqual(['Zoe', '李伟']);
      expect(sales.asked).toHaveLength(1);
      expect(await seenBy(li, { search: '晨光' })).toEqual(['李伟']);
      expect(await seenBy(li, { search: '3812345' })).toEqual(['Zoe']);
      expect(await seenBy(li, { filter: { source: { eq: 'FAIR' } } })).toEqual(['李伟']);
    });

    it('does not let a phone be guessed by one who sees it masked', async () => {
      const { li, analyst } = aCompany();
      await captured(li, { name: 'Zoe', phone: '+8613812345678' });

      expect(await seenBy(analyst, { search: '3812345' })).toEqual([]);
      expect(await seenBy(analyst, { filter: { phone: { startsWith: '+86' } } })).toBe('field-not-queryable');
    });
  });
});
