import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { subgraphOf } from './subgraph-sdl.ts';
import { type Mappers, typesOf } from './types-of.ts';

const SHARED_SDL = 'packages/graphql/schema';

/** `npm run codegen [-- --check] [service …]`: types and published SDL of the named services, of all without a name. */
const run = async (args: readonly string[]) => {
  const check = args.includes('--check');
  const named = args.filter((arg) => !arg.startsWith('--')).map((arg) => path.basename(arg));
  const services = named.length > 0 ? named : globSync('services/*').map((folder) => path.basename(folder));

  const outdated: string[] = [];
  for (const service of services.sort()) {
    for (const [file, text] of await generated(path.join('services', service))) {
      if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
      outdated.push(file);
      if (!check) write(file, text);
    }
  }
  report(outdated, check);
};

const generated = async (service: string): Promise<[file: string, text: string][]> => {
  try {
    return await generate(service);
  } catch (cause) {
    throw new Error(`${service}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

const generate = async (service: string): Promise<[file: string, text: string][]> => {
  const subgraph = subgraphOf(service, SHARED_SDL);
  if (!subgraph) return [];
  const types = path.join(service, 'src/__generated__/graphql.ts');
  return [
    [path.join(service, 'schema.graphql'), subgraph.sdl],
    [types, await typesOf(subgraph.document, types, mappersOf(service))],
  ];
};

/** `codegen.json` beside the service's package: `{ "mappers": { … } }`, paths as seen from the generated file. */
const mappersOf = (service: string): Mappers => {
  const file = path.join(service, 'codegen.json');
  if (!existsSync(file)) return {};
  // Our own file, reviewed with the code: a wrong mapper does not compile.
  return (JSON.parse(readFileSync(file, 'utf8')) as { mappers: Mappers }).mappers;
};

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const report = (outdated: readonly string[], check: boolean) => {
  if (!check || outdated.length === 0) {
    console.log(outdated.length === 0 ? 'Everything generated is up to date.' : `Wrote ${outdated.join(', ')}.`);
    return;
  }
  console.error(`Outdated: ${outdated.join(', ')}. Run \`npm run codegen\` and commit the result.`);
  process.exitCode = 1;
};

process.chdir(path.join(import.meta.dirname, '../..'));
await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
