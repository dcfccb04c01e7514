import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { aCompany, eventually, tokenOf } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';
import { aCustomerOf } from '../support/company.ts';
import { chromium, openPage } from './browser.builder.ts';

const ARTIFACTS = path.join(import.meta.dirname, '../../.artifacts');
const program = chromium();
// There is nothing to look at the page with.
const withBrowser = program === null ? it.skip : it;

describe('GraphiQL in a browser', () => {
  withBrowser('signs in by its address, asks, and shows the answer', async () => {
    const company = await aCompany();
    await aCustomerOf(company, { name: 'Seen in GraphiQL' });
    const url = `${suiteUnderTest().gateway}/#token=${await tokenOf(company.person)}`;
    const page = await openPage(program ?? '', url);
    try {
      const isThere = (value: unknown) => value === true;
      expect(
        await eventually(
          () =>
            page.evaluate(
              '!!document.querySelector(".graphiql-query-editor textarea, .graphiql-query-editor .native-edit-context")',
            ),
          isThere,
        ),
      ).toBe(true);
      await page.evaluate(
        'document.querySelector(".graphiql-query-editor textarea, .graphiql-query-editor .native-edit-context").focus()',
      );
      await page.type('{ customers(first: 1) { nodes { name } } }');
      await page.evaluate('document.querySelector(".graphiql-execute-button").click()');
      const shows = await eventually(
        () =>
          page.evaluate(
            'document.querySelector(".graphiql-response").innerText.replaceAll("\\u00a0", " ").includes("Seen in GraphiQL")',
          ),
        isThere,
      );
      await mkdir(ARTIFACTS, { recursive: true });
      await writeFile(path.join(ARTIFACTS, 'graphiql.png'), await page.screenshot());
      expect(shows).toBe(true);
    } finally {
      await page.close();
    }
  });
});
