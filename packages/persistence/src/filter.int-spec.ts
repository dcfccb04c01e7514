import { assert, asyncProperty } from 'fast-check';

import { compileFilter } from './filter.ts';
import { THINGS, filters, holds, insertRows, rows } from './lists.builder.ts';
import { type Stage, anActor, startStage } from './stage.builder.ts';
import { sqlParams } from './sql.ts';

describe('a filter', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(2);
  });
  afterAll(() => stage.stop());

  it('finds in the database exactly the rows for which it holds', async () => {
    const law = asyncProperty(rows(12), filters, (all, filter) =>
      stage.sketch(anActor(), async (sql) => {
        await insertRows(sql, all);
        const params = sqlParams();
        const condition = compileFilter(filter, THINGS.filterFields, params);
        const found = await sql.query<{ id: string }>(
          `select t.id from thing t where ${condition} order by t.id`,
          params.values,
        );
        const expected = all.filter((row) => holds(filter, row)).map(({ id }) => id);
        expect(found.map(({ id }) => id)).toEqual(expected.sort());
      }),
    );
    await assert(law, { numRuns: 200 });
  });
});
