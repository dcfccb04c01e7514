import { entityDrift, unprotectedTables } from '@crm/persistence';

import { aCompany, startCampaigns } from '../../campaigns.builder.ts';

/** How far messages were read and sent is no company's. */
const OF_NO_COMPANY = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];
const FAIR = { name: 'Fair', type: 'EVENT' } as const;

describe('campaigns', () => {
  let marketing: Awaited<ReturnType<typeof startCampaigns>>;
  beforeAll(async () => {
    marketing = await startCampaigns();
  });
  afterAll(() => marketing.stop());

  it('live in tables that the database keeps apart by company, as the code describes them', async () => {
    expect(await unprotectedTables(marketing.dataSource, OF_NO_COMPANY)).toEqual([]);
    expect(await entityDrift(marketing.dataSource)).toEqual([]);
  });

  describe('planning a campaign', () => {
    it('saves it with who planned it as its owner, and announces it in the same transaction', async () => {
      const { li, east } = aCompany();
      const budget = { amount: '200000.5', currency: 'CNY' };
      const id = await marketing.planned(li, { ...FAIR, channels: ['WEB', 'EMAIL'], budget, startsOn: '2027-03-01' });

      expect(await marketing.campaignOf(li, id)).toMatchObject({
        campaignNo: 'CM-000001',
        status: 'PLANNED',
        channels: ['WEB', 'EMAIL'],
        budgetMinor: '20000050',
        startsOn: '2027-03-01',
        ownerId: li.actor.employee,
        departmentId: east,
        version: 1,
      });
      const [fact, state] = await marketing.announced(li, id);
      expect([fact, state]).toMatchObject([
        { type: 'marketing.campaign-created.v1', version: 1 },
        { type: 'marketing.campaign-state.v1', version: 1 },
      ]);
      expect(JSON.parse(state?.payload ?? '')).toMatchObject({
        name: 'Fair',
        budget: { amount: '200000.50', currency: 'CNY' },
      });
    });

    it('gives the same campaign when the same key says the same again, and refuses another input', async () => {
      const { li } = aCompany();
      const input = { ...FAIR, idempotencyKey: 'one' };
      const first = await marketing.planned(li, input);

      expect(await marketing.planned(li, input)).toBe(first);
      expect(await marketing.campaigns.create(li, { ...input, name: 'Other' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
      expect(await marketing.seenBy(li)).toEqual(['Fair']);
    });

    it('leaves no trace when it is refused', async () => {
      const { li, wang, admin } = aCompany();

      expect(await marketing.campaigns.create(li, { ...FAIR, ownerId: wang.actor.employee })).toMatchObject({
        refusal: { problems: [{ path: ['input', 'ownerId'], problem: 'unknown' }] },
      });
      const kept = await marketing.look(admin, (sql) =>
        sql.query(
          `select id from campaign union all select id from aggregate_head union all select event_id from outbox`,
        ),
      );
      expect(kept).toEqual([]);
    });

    it('is refused, by the permission’s name, to whom no role allows it, and for whom the scope does not reach', async () => {
      const company = aCompany();
      await marketing.employ(company);
      const forbidden = { refusal: { kind: 'forbidden', permission: 'Campaign.create' } };

      expect(await marketing.campaigns.create(company.rep, FAIR)).toMatchObject(forbidden);
      const forWang = { ...FAIR, ownerId: company.staff[1].id };
      expect(await marketing.campaigns.create(company.headOfEast, forWang)).toMatchObject(forbidden);
    });
  });

  describe('running a campaign', () => {
    it('goes its way step by step, each told as it happens', async () => {
      const { li } = aCompany();
      const id = await marketing.planned(li, FAIR);
      const { start, pause, complete } = marketing.campaigns;
      await start(li, { id, expectedVersion: 1 });
      await pause(li, { id, expectedVersion: 2, reason: 'No stands left' });
      await start(li, { id, expectedVersion: 3 });
      await complete(li, { id, expectedVersion: 4 });

      const facts = (await marketing.announced(li, id)).filter(({ type }) => type.includes('status-changed'));
      expect(facts.map(({ payload }) => JSON.parse(payload) as unknown)).toMatchObject([
        { from: 'PLANNED', to: 'ACTIVE' },
        { from: 'ACTIVE', to: 'PAUSED', reason: 'No stands left' },
        { from: 'PAUSED', to: 'ACTIVE' },
        { from: 'ACTIVE', to: 'COMPLETED' },
      ]);
    });

    it('is refused where the way does not lead, with where it does', async () => {
      const { li } = aCompany();
      const id = await marketing.planned(li, FAIR);
      const { pause, cancel, update } = marketing.campaigns;

      expect(await pause(li, { id, expectedVersion: 1 })).toEqual({
        ok: false,
        refusal: { kind: 'illegal-transition', from: 'PLANNED', to: 'PAUSED', allowed: ['ACTIVE', 'CANCELLED'] },
      });
      await cancel(li, { id, expectedVersion: 1 });
      expect(await update(li, { id, expectedVersion: 2, name: 'Late' })).toMatchObject({
        refusal: { kind: 'illegal-transition', from: 'CANCELLED', allowed: [] },
      });
    });

    it('is refused from an older version, and is quiet when nothing differs', async () => {
      const { li } = aCompany();
      const id = await marketing.planned(li, { ...FAIR, budget: { amount: '5', currency: 'EUR' } });
      const change = (expectedVersion: number, amount: string) =>
        marketing.campaigns.update(li, { id, expectedVersion, budget: { amount, currency: 'EUR' } });

      expect(await change(1, '5.00')).toEqual({ ok: true, value: id });
      expect(await change(1, '6')).toMatchObject({ ok: true });
      expect(await change(1, '7')).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 2 } });
      expect((await marketing.announced(li, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('can be handed over to somebody who works here', async () => {
      const company = aCompany();
      await marketing.employ(company);
      const { li, wang, headOfEast } = company;
      const id = await marketing.planned(li, FAIR);
      const to = { id, expectedVersion: 1, ownerId: company.staff[1].id };

      expect(await marketing.campaigns.assign(headOfEast, to)).toMatchObject({ ok: true });
      expect([await marketing.seenBy(li), await marketing.seenBy(wang)]).toEqual([[], ['Fair']]);
    });

    it('ends in the bin, from which it comes back, but not while it runs', async () => {
      const { li } = aCompany();
      const id = await marketing.planned(li, FAIR);
      const { start, pause, restore } = marketing.campaigns;
      await start(li, { id, expectedVersion: 1 });

      expect(await marketing.campaigns.delete(li, { id, expectedVersion: 2 })).toMatchObject({
        refusal: { kind: 'illegal-transition', from: 'ACTIVE', to: 'deleted' },
      });
      await pause(li, { id, expectedVersion: 2 });
      await marketing.campaigns.delete(li, { id, expectedVersion: 3 });
      expect(await marketing.seenBy(li)).toEqual([]);
      expect(await marketing.seenBy(li, { filter: { isDeleted: { eq: true } } })).toEqual(['Fair']);
      await restore(li, { id, expectedVersion: 4 });
      expect(await marketing.seenBy(li)).toEqual(['Fair']);
    });
  });

  describe('seeing campaigns', () => {
    it('a planner sees his own, his head the department’s, another company nothing', async () => {
      const { li, wang, headOfEast } = aCompany();
      const id = await marketing.planned(li, FAIR);
      await marketing.planned(wang, { ...FAIR, name: 'Of Wang' });

      expect([await marketing.seenBy(wang), await marketing.seenBy(headOfEast)]).toEqual([['Of Wang'], ['Fair']]);
      expect(await marketing.campaignOf(wang, id)).toBeNull();
      const stranger = aCompany().admin;
      expect([await marketing.seenBy(stranger), await marketing.campaignOf(stranger, id)]).toEqual([[], null]);
      expect(await marketing.campaigns.start(stranger, { id, expectedVersion: 1 })).toMatchObject({
        refusal: { kind: 'not-found' },
      });
    });

    it('finds them by parts of words, filters, orders, and asks once however many there are', async () => {
      const { li } = aCompany();
      await marketing.planned(li, { ...FAIR, name: '春季新品发布会', startsOn: '2027-03-01' });
      await marketing.planned(li, { ...FAIR, type: 'CONTENT' });
      marketing.asked.length = 0;

      expect(await marketing.seenBy(li, { orderBy: [{ field: 'STARTS_ON', direction: 'ASC' }] })).toEqual([
        '春季新品发布会',
        'Fair',
      ]);
      expect(marketing.asked).toHaveLength(1);
      expect(await marketing.seenBy(li, { search: '新品' })).toEqual(['春季新品发布会']);
      expect(await marketing.seenBy(li, { filter: { type: { eq: 'CONTENT' } } })).toEqual(['Fair']);
      expect(await marketing.seenBy(li, { filter: { startsOn: { gte: '2027-01-01' } } })).toEqual(['春季新品发布会']);
    });

    it('does not let a budget be written by one who may not see it', async () => {
      const { li, moneyless } = aCompany();
      const id = await marketing.planned(li, FAIR);
      const budget = { amount: '1', currency: 'EUR' };

      expect(await marketing.campaigns.update(moneyless, { id, expectedVersion: 1, budget })).toEqual({
        ok: false,
        refusal: { kind: 'read-only-field', path: ['input', 'budget'] },
      });
    });
  });
});
