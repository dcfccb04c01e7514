import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import type { DocumentNode } from 'graphql';

import { CODEGEN_SETTINGS } from './settings.ts';

/** What a resolver passes on for a type, where it is not the type itself: `Customer` → a row of our database. */
export type Mappers = Readonly<Record<string, string>>;

/** The TypeScript types and resolver signatures of a subgraph. */
export const typesOf = (document: DocumentNode, filename: string, mappers: Mappers): Promise<string> =>
  codegen({
    schema: document,
    documents: [],
    filename,
    importExtension: '.ts',
    pluginMap: { typescript, resolvers },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    config: { ...CODEGEN_SETTINGS, mappers },
  });
