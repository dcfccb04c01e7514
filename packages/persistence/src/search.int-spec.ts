import { assert, asyncProperty, constantFrom, oneof, string, uniqueArray } from 'fast-check';

import { idOfRow } from './lists.builder.ts';
import { foundBy, indexForSearch } from './search.ts';
import { type Sql, sqlParams } from './sql.ts';
import { type Stage, anActor, startStage } from './stage.builder.ts';

/** Letters of many scripts and every sign that means something to a parser; few, so that texts overlap. */
const letter = constantFrom(
  ...['a', 'B', 'ä', 'ß', '公', '海', '池', 'ａ', '　', ' ', '😀', '👩‍👩‍👧', 'א', 'ق', 'é', 'e\u0301', 'ﬁ', '½'],
  ...["'", '"', '\\', '/', '%', '_', ':', '*', '&', '|', '!', '(', ')', '<', '>', '-', '$1', '\n', '\t', ';', 'İ'],
);
const text = oneof(
  { weight: 5, arbitrary: string({ unit: letter, minLength: 1, maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((each) => !each.includes('\0')),
  },
);

const search = async (sql: Sql, words: string, kinds: readonly string[] = ['Thing']) => {
  const params = sqlParams();
  const condition = foundBy('d.record_id', kinds, words, params);
  const rows = await sql.query<{ id: string }>(
    `select distinct d.record_id as id from search_document d where ${condition} order by 1`,
    params.values,
  );
  return rows.map(({ id }) => id);
};

const searchPhrase = async (sql: Sql, phrase: string) => {
  const rows = await sql.query<{ id: string }>(`select search_records('Thing', array[$1::text]) as id order by 1`, [
    phrase,
  ]);
  return rows.map(({ id }) => id);
};

/** What is compared: without case, width and repeated space; the two slashes are one. */
const formOf = async (sql: Sql, value: string) => {
  const [row] = await sql.query<{ form: string }>('select search_form($1) as form', [value]);
  return (row?.form ?? '').replaceAll('\\', '/');
};

describe('search', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(2);
  });
  afterAll(() => stage.stop());

  it('finds a record by any part of its text, in any script, and by nothing else', async () => {
    const law = asyncProperty(uniqueArray(text, { minLength: 1, maxLength: 6 }), text, (texts, phrase) =>
      stage.sketch(anActor(), async (sql) => {
        for (const [nth, each] of texts.entries()) await indexForSearch(sql, 'Thing', idOfRow(nth), [each]);
        const wanted = await formOf(sql, phrase);
        const expected: string[] = [];
        for (const [nth, each] of texts.entries()) {
          if (wanted !== '' && (await formOf(sql, each)).includes(wanted)) expected.push(idOfRow(nth));
        }
        expect(await searchPhrase(sql, phrase)).toEqual(expected);
      }),
    );
    await assert(law, { numRuns: 150 });
  });

  it.each([
    ['上海晨光贸易有限公司', '晨光', true],
    ['上海晨光贸易有限公司', '光', true],
    ['上海晨光贸易有限公司', '光晨', false],
    ['ＡＣＭＥ Ｇｍｂｈ', 'acme gm', true],
    ['O’Brien & "Sons" \\ 100%', '& "sons" \\ 100%', true],
    ['O’Brien & "Sons" \\ 100%', '1%0', false],
    ['x', 'xx', false],
  ])('finds %j by %j: %j', async (name, words, isFound) => {
    await stage.sketch(anActor(), async (sql) => {
      await indexForSearch(sql, 'Thing', idOfRow(1), [name]);
      expect(await search(sql, words)).toEqual(isFound ? [idOfRow(1)] : []);
    });
  });

  it('wants every word, each in any of the texts of the record, in any order', async () => {
    await stage.sketch(anActor(), async (sql) => {
      await indexForSearch(sql, 'Thing', idOfRow(1), ['Chen Guang', null, 'C-000042']);
      expect([await search(sql, '42 guang'), await search(sql, '42 guan chen'), await search(sql, '43 guang')]).toEqual(
        [[idOfRow(1)], [idOfRow(1)], []],
      );
    });
  });

  it('tells apart what not everybody may search by, and follows a change', async () => {
    await stage.sketch(anActor(), async (sql) => {
      await indexForSearch(sql, 'Thing', idOfRow(1), ['chair']);
      await indexForSearch(sql, 'Secret', idOfRow(1), ['+86 138']);
      expect(await search(sql, '138')).toEqual([]);
      expect(await search(sql, '138', ['Thing', 'Secret'])).toEqual([idOfRow(1)]);

      await indexForSearch(sql, 'Thing', idOfRow(1), ['table']);
      expect([await search(sql, 'chair'), await search(sql, 'tab')]).toEqual([[], [idOfRow(1)]]);
    });
  });

  /** Kept, as the owner keeps it: the app role's statements are cut after five seconds. */
  const keep = async (tenant: string, from: string) => {
    const owner = await stage.connect('owner');
    await owner.query('begin');
    await owner.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    await owner.query(
      `insert into search_document select $1, 'Thing', record.id, search_pairs(record.text) from ${from} as record (id, text)`,
      [tenant],
    );
    await owner.query('commit');
    // As autovacuum will: the plan must not depend on whether it has been here.
    await owner.query('vacuum analyze search_document');
  };

  it('finds nothing of another tenant, and nothing outside a unit of work', async () => {
    const ours = anActor();
    await keep(ours.tenant, `(values ('${idOfRow(1)}'::uuid, 'chair'))`);

    await expect(stage.read(ours, (sql) => searchPhrase(sql, 'chair'))).resolves.toEqual([idOfRow(1)]);
    await expect(stage.read(anActor(), (sql) => searchPhrase(sql, 'chair'))).resolves.toEqual([]);
    const outside = await stage.connect();
    await expect(outside.query(`select search_records('Thing', '{chair}')`)).resolves.toMatchObject({ rows: [] });
  });

  it('is answered for the app role by its index among fifty thousand records', async () => {
    const actor = anActor();
    await keep(actor.tenant, `(select gen_random_uuid(), '晨光公司 ' || n from generate_series(1, 50000) n)`);

    const [found, scans] = await stage.read(actor, async (sql) => [
      await search(sql, '49999 公司'),
      await sql.query(
        `select seq_scan::int as "all", idx_scan > 0 as "byIndex" from pg_stat_xact_user_tables where relname = 'search_document'`,
      ),
    ]);

    expect(found).toHaveLength(1);
    expect(scans).toEqual([{ all: 0, byIndex: true }]);
  });
});
