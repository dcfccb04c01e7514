import { accept, refuse } from '@crm/kernel';
import { assert, asyncProperty, constantFrom, integer } from 'fast-check';

import { type ListRequest, type OrderBy, fetchList, fetchListsOf, listOf } from './list.ts';
import { THINGS, idOfRow, insertRows, orders, rows } from './lists.builder.ts';
import { COUNT_LIMIT, type Page, type PageRequest, countRows, fetchPage } from './page.ts';
import type { Sql } from './sql.ts';
import { type Stage, anActor, startStage } from './stage.builder.ts';

type Found = { readonly id: string };

const everybody = { where: () => [], mayUse: () => true, count: false };
const idsOf = (page: Page<Found>) => page.edges.map(({ node }) => node.id);

const pageOf = async (sql: Sql, orderBy: readonly OrderBy[], request: PageRequest): Promise<Page<Found>> => {
  const { page } = await fetchList<Found>(sql, THINGS, { ...request, orderBy }, everybody);
  if (!page.ok) throw new Error(JSON.stringify(page.refusal));
  return page.value;
};

/** All ids, page by page; before each page but the first, something else may happen. */
const walk = async (
  sql: Sql,
  orderBy: readonly OrderBy[],
  size: number,
  way: 'forwards' | 'backwards',
  between: () => Promise<unknown> = () => Promise.resolve(),
) => {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let isMore = true; isMore;) {
    if (cursor) await between();
    const request: PageRequest = way === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor };
    const page: Page<Found> = await pageOf(sql, orderBy, request);
    if (way === 'forwards') seen.push(...idsOf(page));
    else seen.unshift(...idsOf(page));
    expect(way === 'forwards' ? page.hasPreviousPage : page.hasNextPage).toBe(cursor !== null);
    cursor = page.edges.at(way === 'forwards' ? -1 : 0)?.cursor ?? null;
    isMore = way === 'forwards' ? page.hasNextPage : page.hasPreviousPage;
  }
  return seen;
};

/** The whole list as the database itself orders it. */
const inOrder = async (sql: Sql, orderBy: readonly OrderBy[]) => {
  const terms = orderBy.map(({ field, direction, nulls }) => {
    const isNullable = THINGS.orderFields[field]?.nullable;
    return `${THINGS.orderFields[field]?.sql ?? ''} ${direction}${isNullable ? ` nulls ${nulls ?? 'LAST'}` : ''}`;
  });
  const ordered = [...terms, `t.id ${orderBy.at(-1)?.direction ?? 'ASC'}`].join(', ');
  return (await sql.query<Found>(`select t.id from thing t order by ${ordered}`)).map(({ id }) => id);
};

describe('a list, page by page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(4);
  });
  afterAll(() => stage.stop());

  const ways = constantFrom('forwards' as const, 'backwards' as const);

  it('shows every row once and in order, whatever the order, the way and the size of the pages', async () => {
    const law = asyncProperty(rows(14), orders, integer({ min: 1, max: 5 }), ways, (all, orderBy, size, way) =>
      stage.sketch(anActor(), async (sql) => {
        await insertRows(sql, all);
        expect(await walk(sql, orderBy, size, way)).toEqual(await inOrder(sql, orderBy));
      }),
    );
    await assert(law, { numRuns: 100 });
  });

  it('neither repeats nor skips a row that stays while others come and go', async () => {
    const law = asyncProperty(
      rows(14),
      rows(6),
      orders,
      integer({ min: 1, max: 3 }),
      ways,
      (all, later, orderBy, size, way) =>
        stage.sketch(anActor(), async (sql) => {
          await insertRows(sql, all);
          const stays = new Set(all.map(({ id }) => id).filter((_, nth) => nth % 3 > 0));
          const arriving = later.map((row, nth) => ({
            ...row,
            id: idOfRow(20_000 + nth),
            name: `later ${String(nth)}`,
          }));
          const seen = await walk(sql, orderBy, size, way, async () => {
            await insertRows(sql, arriving.splice(0, 2));
            await sql.query(
              `delete from thing where id = (select id from thing where not id = any($1) and name like 'n%' limit 1)`,
              [[...stays]],
            );
          });
          const lasting = (ids: readonly string[]) => ids.filter((id) => stays.has(id));
          expect(lasting(seen)).toEqual(lasting(await inOrder(sql, orderBy)));
        }),
    );
    await assert(law, { numRuns: 30 });
  });

  it('shows of several lists at once what each would show by itself, and how long each is', async () => {
    const [one, other, empty] = [1, 2, 3].map((nth) => idOfRow(90_000 + nth)) as [string, string, string];
    const law = asyncProperty(
      rows(8),
      rows(8),
      orders,
      integer({ min: 0, max: 4 }),
      ways,
      (mine, yours, orderBy, size, way) =>
        stage.sketch(anActor(), async (sql) => {
          await insertRows(sql, mine, one);
          await insertRows(
            sql,
            yours.map((row) => ({ ...row, id: row.id.replace('7101-8', '7101-9'), name: `other ${row.name}` })),
            other,
          );
          const request: ListRequest = { orderBy, ...(way === 'forwards' ? { first: size } : { last: size }) };
          const terms = { ...everybody, count: true };
          const together = await fetchListsOf<Found>(sql, THINGS, 't.parent', [one, other, empty], request, terms);
          for (const parent of [one, other, empty]) {
            const alone = await fetchList<Found>(sql, THINGS, request, {
              ...terms,
              where: (params) => [`t.parent = ${params.add(parent)}`],
            });
            const { page, totalCount } = together.get(parent) ?? {};
            expect(totalCount).toEqual(alone.totalCount);
            if (!page?.ok || !alone.page.ok) throw new Error('no page');
            expect(idsOf(page.value)).toEqual(idsOf(alone.page.value));
            expect(page.value).toMatchObject({
              hasNextPage: alone.page.value.hasNextPage,
              hasPreviousPage: alone.page.value.hasPreviousPage,
            });
          }
        }),
    );
    await assert(law, { numRuns: 30 });
  });

  it('refuses a cursor that is not one of this list in this order, and says which', async () => {
    const byName = [{ field: 'NAME', direction: 'ASC' }] as const;
    await stage.sketch(anActor(), async (sql) => {
      await insertRows(sql, [
        { id: idOfRow(1), name: 'n', grade: null, rank: null, amount: null, due: null, isOpen: null, changedAt: null },
      ]);
      const cursor = (await pageOf(sql, byName, {})).edges[0]?.cursor ?? '';
      const mark = (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[])[0] ?? '';
      const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
      const ask = async (orderBy: readonly OrderBy[], request: PageRequest) =>
        (await fetchList<Found>(sql, THINGS, { ...request, orderBy }, everybody)).page;

      for (const bad of [
        'x',
        '{}',
        forged(mark),
        forged(mark, 'n'),
        forged(mark, 1, 2),
        forged(mark, null, null),
        forged(mark, 'n', 'no id'),
      ])
        expect(await ask(byName, { after: bad })).toEqual(refuse({ kind: 'bad-cursor', argument: 'after' }));
      expect(await ask([{ field: 'NAME', direction: 'DESC' }], { before: cursor, last: 1 })).toEqual(
        refuse({ kind: 'bad-cursor', argument: 'before' }),
      );
      expect(await ask([{ field: 'GRADE', direction: 'ASC' }], { after: cursor })).toMatchObject({ ok: false });
      expect(await ask(byName, { after: cursor })).toEqual(
        accept({ edges: [], hasNextPage: false, hasPreviousPage: true }),
      );
    });
  });

  it.each<[PageRequest, object]>([
    [{ first: 101 }, { kind: 'page-size-out-of-range', argument: 'first', max: 100 }],
    [{ first: -1 }, { kind: 'page-size-out-of-range', argument: 'first', max: 100 }],
    [{ last: 101 }, { kind: 'page-size-out-of-range', argument: 'last', max: 100 }],
    [{ first: 1, last: 1 }, { kind: 'first-and-last' }],
  ])('refuses a page of a size that it does not give: %j', async (request, refusal) => {
    await stage.sketch(anActor(), async (sql) => {
      expect(await fetchPage(sql, listOf(THINGS, null, THINGS.defaultOrder, everybody), request)).toEqual(
        refuse(refusal),
      );
    });
  });

  it('refuses to be asked by a field that the reader may not see, at any depth', async () => {
    await stage.sketch(anActor(), async (sql) => {
      const terms = { ...everybody, mayUse: (field: string) => field !== 'rank' };
      const refusal = refuse({ kind: 'field-not-queryable', field: 'rank' });
      for (const asked of [
        { orderBy: [{ field: 'RANK', direction: 'ASC' }] },
        { filter: { or: [{ not: { and: [{ rank: { eq: 1 } }] } }] } },
      ] as const)
        expect((await fetchList<Found>(sql, THINGS, asked, terms)).page).toEqual(refusal);
    });
  });

  it('is counted exactly up to a limit, and no further', async () => {
    await stage.sketch(anActor(), async (sql) => {
      const fill = (n: number) =>
        sql.query(
          `insert into thing (id, name) select gen_random_uuid(), gen_random_uuid()::text from generate_series(1, $1::int)`,
          [n],
        );
      const count = () => countRows(sql, listOf(THINGS, null, THINGS.defaultOrder, everybody));
      expect(await count()).toEqual({ value: 0, isExact: true });
      await fill(COUNT_LIMIT);
      expect(await count()).toEqual({ value: COUNT_LIMIT, isExact: true });
      await fill(1);
      expect(await count()).toEqual({ value: COUNT_LIMIT, isExact: false });
    });
  });
});
