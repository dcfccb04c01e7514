import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { PUBLISHED_CONTRACTS } from '@crm/contracts';

import { type ReleasedEvent, brokenPromises, released } from './events.ts';
import { brokenQueries } from './graph.ts';

const EVENTS = 'packages/contracts/released';

type Finding = { readonly part: string; readonly breaks: readonly string[] | 'nothing released yet' };

/** The graph of each service and of the gateway, with where it was kept when it was released. */
const graphs = () =>
  [...globSync('services/*/schema.graphql').sort(), 'gateway/schema.graphql'].map((now) => ({
    part: path.dirname(now),
    now,
    baseline: path.join(path.dirname(now), 'released/schema.graphql'),
  }));

const eventFile = (type: string) => path.join(EVENTS, `${type}.json`);

const readEvent = (type: string): ReleasedEvent | null =>
  existsSync(eventFile(type))
    ? // Written by `accept` below and reviewed as a change of the repository.
      (JSON.parse(readFileSync(eventFile(type), 'utf8')) as ReleasedEvent)
    : null;

const graphFindings = (): Promise<readonly Finding[]> =>
  Promise.all(
    graphs()
      .filter(({ now, baseline }) => existsSync(now) || existsSync(baseline))
      .map(async ({ part, now, baseline }): Promise<Finding> => {
        if (!existsSync(baseline)) return { part, breaks: 'nothing released yet' };
        return { part, breaks: await brokenQueries(readFileSync(baseline, 'utf8'), readFileSync(now, 'utf8')) };
      }),
  );

const eventFindings = (): readonly Finding[] => {
  const releasedTypes = globSync('*.json', { cwd: EVENTS }).map((file) => path.basename(file, '.json'));
  const types = new Set([...PUBLISHED_CONTRACTS.map(({ type }) => type), ...releasedTypes]);
  return [...types].sort().map((type) => {
    const before = readEvent(type);
    const contract = PUBLISHED_CONTRACTS.find((one) => one.type === type);
    return { part: type, breaks: before ? brokenPromises(before, contract) : 'nothing released yet' };
  });
};

const report = (findings: readonly Finding[]) => {
  const fresh = findings.filter(({ breaks }) => breaks === 'nothing released yet').map(({ part }) => part);
  if (fresh.length > 0) console.log(`Nothing released yet, so nothing to break: ${fresh.join(', ')}.`);
  for (const { part, breaks } of findings) {
    if (breaks === 'nothing released yet' || breaks.length === 0) continue;
    console.error([`${part} breaks what was released:`, ...breaks].join('\n  - '));
    process.exitCode = 1;
  }
  if (process.exitCode) console.error('\nKeep it, deprecate it first, or accept the break for all with `npm run release`.');
};

const accept = () => {
  for (const { now, baseline } of graphs()) {
    rmSync(baseline, { force: true });
    if (existsSync(now)) write(baseline, readFileSync(now, 'utf8'));
  }
  const kept = PUBLISHED_CONTRACTS.map((contract) => released(contract, readEvent(contract.type)));
  rmSync(EVENTS, { recursive: true, force: true });
  for (const event of kept) write(eventFile(event.type), `${JSON.stringify(event, null, 2)}\n`);
  console.log(`Released: ${String(graphs().length)} schemas, ${String(kept.length)} event types. Commit the result.`);
};

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

process.chdir(path.join(import.meta.dirname, '../..'));
if (process.argv.includes('--accept')) accept();
else report([...(await graphFindings()), ...eventFindings()]);
