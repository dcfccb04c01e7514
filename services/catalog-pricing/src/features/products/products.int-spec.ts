import type { Caller } from '@crm/access';
import type { Id } from '@crm/kernel';
import { entityDrift, unprotectedTables } from '@crm/persistence';

import type { NewProduct } from './create-product.command.ts';
import { aCaller, startProducts } from './products.builder.ts';

/** How far messages were read and sent is no company's. */
const OF_NO_COMPANY = ['consumer_position', 'consumer_replay', 'outbox_blocked', 'outbox_leader', 'outbox_pending'];

const pump = { code: 'PUMP-20', name: '离心泵 20', unit: 'PCS' };
const valve = { code: 'VALVE-7', name: 'Valve 7', unit: 'PCS', kind: 'PART' } as const;

describe('products', () => {
  let catalog: Awaited<ReturnType<typeof startProducts>>;
  beforeAll(async () => {
    catalog = await startProducts();
  });
  afterAll(() => catalog.stop());

  const entered = async (caller: Caller, input: NewProduct): Promise<Id<'Product'>> => {
    const decision = await catalog.products.createProduct(caller, input);
    if (!decision.ok) throw new Error(`${String(input.code)} is a good product: ${decision.refusal.kind}`);
    return decision.value;
  };
  const seenBy = async (caller: Caller, request = {}) => {
    const { page } = await catalog.products.list(caller, request, false);
    return page.ok ? page.value.edges.map(({ node }) => node.code) : page.refusal.kind;
  };
  const productOf = async (caller: Caller, id: string) => (await catalog.products.byIds(caller, [id]))[0];

  it('live in tables that the database keeps apart by company, as the code describes them', async () => {
    expect(await unprotectedTables(catalog.dataSource, OF_NO_COMPANY)).toEqual([]);
    expect(await entityDrift(catalog.dataSource)).toEqual([]);
  });

  describe('entering a product', () => {
    it('saves it as a draft and announces it in the same transaction', async () => {
      const admin = aCaller('ADMIN');
      const id = await entered(admin, pump);

      expect(await productOf(admin, id)).toMatchObject({ ...pump, kind: 'GOODS', status: 'DRAFT', version: 1 });
      expect(await catalog.announced(admin, id)).toMatchObject([
        { type: 'catalog-pricing.product-created.v1', version: 1 },
        { type: 'catalog-pricing.product-state.v1', version: 1 },
      ]);
    });

    it('gives the same product when the same key says the same again, and refuses another input', async () => {
      const admin = aCaller('ADMIN');
      const first = await entered(admin, { ...pump, idempotencyKey: 'one' });

      expect(await entered(admin, { ...pump, idempotencyKey: 'one' })).toBe(first);
      expect(await catalog.products.createProduct(admin, { ...valve, idempotencyKey: 'one' })).toMatchObject({
        refusal: { kind: 'idempotency-key-reused' },
      });
    });

    it('takes a code once among live products, and leaves no trace of the second', async () => {
      const admin = aCaller('ADMIN');
      const id = await entered(admin, pump);

      expect(await catalog.products.createProduct(admin, pump)).toEqual({
        ok: false,
        refusal: { kind: 'taken', path: ['input', 'code'] },
      });
      const kept = await catalog.look(admin, (sql) => sql.query<{ id: string }>(`select id from aggregate_head`));
      expect(kept).toEqual([{ id }]);
    });

    it('is for those whose role allows it; everybody looks products up', async () => {
      const admin = aCaller('ADMIN');
      const rep = aCaller('SALES_REP', admin.actor.tenant);
      const id = await entered(admin, pump);
      const forbidden = { refusal: { kind: 'forbidden', permission: 'Product.create' } };

      expect(await catalog.products.createProduct(rep, valve)).toMatchObject(forbidden);
      expect(await seenBy(rep)).toEqual(['PUMP-20']);
      expect(await catalog.products.updateProduct(rep, { id, expectedVersion: 1, name: 'Mine' })).toMatchObject({
        refusal: { kind: 'forbidden', permission: 'Product.update' },
      });
      expect(await catalog.products.actions(rep, [id])).toEqual([{ id, actions: [] }]);
    });
  });

  describe('the life of a product', () => {
    it('is published and retired, each with an event of its own', async () => {
      const admin = aCaller('ADMIN');
      const id = await entered(admin, pump);
      await catalog.products.publishProduct(admin, { id, expectedVersion: 1 });
      expect(await catalog.products.actions(admin, [id])).toEqual([{ id, actions: ['UPDATE', 'RETIRE', 'DELETE'] }]);
      await catalog.products.retireProduct(admin, { id, expectedVersion: 2 });

      expect(await productOf(admin, id)).toMatchObject({ status: 'RETIRED', version: 3 });
      expect(await catalog.products.publishProduct(admin, { id, expectedVersion: 3 })).toEqual({
        ok: false,
        refusal: { kind: 'illegal-transition', from: 'RETIRED', to: 'PUBLISHED', allowed: [] },
      });
      const facts = (await catalog.announced(admin, id)).filter(({ type }) => !type.includes('state'));
      expect(facts.map(({ type }) => type)).toEqual([
        'catalog-pricing.product-created.v1',
        'catalog-pricing.product-published.v1',
        'catalog-pricing.product-retired.v1',
      ]);
    });

    it('is corrected from the version that was read, and quiet when nothing differs', async () => {
      const admin = aCaller('ADMIN');
      const id = await entered(admin, pump);
      const rename = (name: string) => catalog.products.updateProduct(admin, { id, expectedVersion: 1, name });

      expect(await rename(pump.name)).toEqual({ ok: true, value: id });
      expect(await rename('Pump 20')).toMatchObject({ ok: true });
      expect(await rename('Pump')).toEqual({ ok: false, refusal: { kind: 'conflict', currentVersion: 2 } });
      expect((await catalog.announced(admin, id)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
    });

    it('comes back from the bin unless its code was given away', async () => {
      const admin = aCaller('ADMIN');
      const id = await entered(admin, pump);
      await catalog.products.deleteProduct(admin, { id, expectedVersion: 1 });
      const other = await entered(admin, pump);

      expect(await seenBy(admin, { filter: { isDeleted: { eq: true } } })).toEqual(['PUMP-20']);
      expect(await catalog.products.restoreProduct(admin, { id, expectedVersion: 2 })).toMatchObject({
        refusal: { kind: 'taken', path: ['input', 'code'] },
      });
      await catalog.products.updateProduct(admin, { id: other, expectedVersion: 1, code: 'PUMP-21' });
      expect(await catalog.products.restoreProduct(admin, { id, expectedVersion: 2 })).toMatchObject({ ok: true });
      expect(await seenBy(admin)).toEqual(['PUMP-20', 'PUMP-21']);
    });
  });

  it('are found by parts of words, filtered and paged, with one question however many there are', async () => {
    const admin = aCaller('ADMIN');
    for (const each of [pump, valve]) await entered(admin, each);
    catalog.asked.length = 0;

    expect(await seenBy(admin, { first: 1 })).toEqual(['PUMP-20']);
    expect(catalog.asked).toHaveLength(1);
    expect(await seenBy(admin, { search: '离心' })).toEqual(['PUMP-20']);
    expect(await seenBy(admin, { filter: { kind: { eq: 'PART' } } })).toEqual(['VALVE-7']);
  });

  it('of another company are not there, neither by id nor in lists', async () => {
    const id = await entered(aCaller('ADMIN'), pump);
    const stranger = aCaller('ADMIN');

    expect([await seenBy(stranger), await productOf(stranger, id)]).toEqual([[], undefined]);
    expect(await catalog.products.publishProduct(stranger, { id, expectedVersion: 1 })).toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });
});
