import { readFile, writeFile } from 'node:fs/promises';

import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';

import { DOCUMENTS } from './documents.ts';

/** Generates typed documents, as the code generator's own program would: `node preset.tool.ts SCHEMA FOLDER`. */
const [schemaFile = '', baseOutputDir = ''] = process.argv.slice(2);
const sdl = await readFile(schemaFile, 'utf8');
const options = {
  baseOutputDir,
  config: { documentMode: 'string', useTypeImports: true, enumsAsTypes: true },
  presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' }, fragmentMasking: false },
  schema: parse(sdl),
  schemaAst: buildSchema(sdl),
  documents: Object.entries(DOCUMENTS).map(([name, text]) => ({
    location: `${name}.graphql`,
    rawSDL: text,
    document: parse(text),
  })),
  plugins: [],
  pluginMap: {},
};
const sections = await preset.buildGeneratesSection(options);
for (const each of sections) await writeFile(each.filename, await codegen(each));
