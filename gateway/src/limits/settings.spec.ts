import { readFileSync } from 'node:fs';
import path from 'node:path';

import { LIMITS } from './settings.ts';

describe('the table of limits in the README', () => {
  it('lists every limit with its default and what it allows', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `((?:LIMIT|RATE)_\w+)` +\| (\d+) +\| (.+?) +\|$/gm)].map(([, ...row]) => row);
    expect(rows).toEqual(
      Object.values(LIMITS).map(({ variable, standard, says }) => [variable, String(standard), says]),
    );
  });
});
