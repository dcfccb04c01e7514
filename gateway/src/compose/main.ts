import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { composeSupergraph } from './compose.ts';
import { readServices, unregisteredNodeTypes } from './services.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const { check, services } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    services: { type: 'string', default: join(ROOT, 'services') },
  },
}).values;

const fail = (sentences: readonly string[]) => {
  for (const each of sentences) process.stderr.write(`compose: ${each}\n`);
  process.exitCode = 1;
};

const subgraphs = await readServices(services);
const composed = composeSupergraph(subgraphs);
const unregistered = composed.ok ? unregisteredNodeTypes(subgraphs) : [];
if (!composed.ok) fail(composed.refusal);
else if (unregistered.length > 0) fail(unregistered);
else {
  const files = [
    { name: 'gateway/supergraph.graphql', text: composed.value.supergraph },
    { name: 'gateway/schema.graphql', text: composed.value.apiSchema },
  ];
  for (const hint of composed.value.hints) process.stdout.write(`compose: note: ${hint}\n`);
  for (const { name, text } of files) {
    const path = join(ROOT, name);
    const current = await readFile(path, 'utf8').catch(() => null);
    if (current === text) continue;
    if (check) fail([`${name} is outdated: run "npm run compose" and commit it.`]);
    else await writeFile(path, text);
  }
  const names = subgraphs.map(({ name }) => name).join(', ');
  if (!process.exitCode) process.stdout.write(`compose: ${String(subgraphs.length)} services (${names})\n`);
}
