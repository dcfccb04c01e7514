import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { PUBLISHED_CONTRACTS } from '@crm/contracts';
import { format } from 'prettier';

import { asyncApi } from './asyncapi.ts';
import { sinkOf } from './connect.ts';
import { eventPages } from './pages.ts';

const FOLDER = path.join(import.meta.dirname, '../../docs/events');
const check = process.argv.includes('--check');
const outdated: string[] = [];

const pages = new Map([
  ...eventPages(PUBLISHED_CONTRACTS),
  ['asyncapi.json', JSON.stringify(asyncApi(PUBLISHED_CONTRACTS))],
  ...PUBLISHED_CONTRACTS.flatMap((contract): [string, string][] => {
    const sink = sinkOf(contract);
    return sink === null ? [] : [[`connect/${contract.topic}.properties`, sink]];
  }),
]);
for (const [name, page] of pages) {
  const file = path.join(FOLDER, name);
  const isFormatted = /\.(md|json)$/.test(name);
  const text = isFormatted ? await format(page, { filepath: name, singleQuote: true, printWidth: 120 }) : page;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  outdated.push(name);
  if (check) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const name of globSync(['*.{md,json}', 'connect/*'], { cwd: FOLDER }).filter((each) => !pages.has(each))) {
  outdated.push(name);
  if (!check) rmSync(path.join(FOLDER, name));
}

if (outdated.length === 0) console.log('The event catalogue is up to date.');
else if (!check) console.log(`Wrote ${outdated.join(', ')}.`);
else {
  console.error(`Outdated in docs/events: ${outdated.join(', ')}. Run \`npm run docs:events\` and commit the result.`);
  process.exitCode = 1;
}
