import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import type { DocumentNode } from 'graphql';

import { CODEGEN_SETTINGS } from './settings.ts';

/** The TypeScript types and resolver signatures of a subgraph. */
export const typesOf = (document: DocumentNode, filename: string): Promise<string> =>
  codegen({
    schema: document,
    documents: [],
    filename,
    importExtension: '.ts',
    pluginMap: { typescript, resolvers },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    config: CODEGEN_SETTINGS,
  });
