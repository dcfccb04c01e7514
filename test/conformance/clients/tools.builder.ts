import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import { DOCUMENTS } from './documents.ts';

const run = promisify(execFile);
const SCHEMA = path.join(import.meta.dirname, '../../../gateway/schema.graphql');
const packages = createRequire(import.meta.url);

/** Lets the Relay compiler read a few documents; gives the file of those it persisted. */
export const relayArtifacts = async (folder: string) => {
  await mkdir(path.join(folder, 'src'), { recursive: true });
  await mkdir(path.join(folder, '__generated__'), { recursive: true });
  await writeFile(
    path.join(folder, 'src', 'relay.js'),
    `
    graphql\`query relayCustomersQuery($first: Int) { customers(first: $first) { edges { node { id name version } } } }\`;
    graphql\`query relayNodeQuery($id: ID!) { node(id: $id) { id ... on Customer { name } } }\`;
    graphql\`mutation relayCreateMutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id name version } } }\`;`,
  );
  const manifest = path.join(folder, 'relay.json');
  await writeFile(manifest, '{}');
  await writeFile(path.join(folder, 'schema.graphql'), await readFile(SCHEMA));
  await writeFile(
    path.join(folder, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      artifactDirectory: './__generated__',
      persistConfig: { file: './relay.json', algorithm: 'SHA256' },
    }),
  );
  await run(process.execPath, [packages.resolve('relay-compiler/cli.js'), 'relay.config.json'], { cwd: folder });
  return manifest;
};

/** Lets the client preset generate typed documents; gives the file of those it persisted. */
export const presetDocuments = async (folder: string) => {
  const out = path.join(folder, 'preset/');
  await mkdir(out, { recursive: true });
  await run(process.execPath, [path.join(import.meta.dirname, 'preset.tool.ts'), SCHEMA, out]);
  return path.join(out, 'persisted-documents.json');
};

/** Lets Apollo's tool write its manifest of the same documents; gives the file. */
export const apolloManifest = async (folder: string) => {
  for (const [name, text] of Object.entries(DOCUMENTS)) await writeFile(path.join(folder, `${name}.graphql`), text);
  const manifest = path.join(folder, 'apollo.json');
  await writeFile(
    path.join(folder, 'persisted-query-manifest.config.json'),
    JSON.stringify({ documents: ['./*OfPage.graphql', './*OfClient.graphql'], output: manifest }),
  );
  const program = path.join(
    path.dirname(packages.resolve('@apollo/generate-persisted-query-manifest/package.json')),
    'cli.js',
  );
  await run(process.execPath, [program], { cwd: folder });
  return manifest;
};
