import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ID_TYPES } from '@crm/kernel';

import { nodeTypesOf } from '../nodes/sdl.ts';
import type { Subgraph } from './compose.ts';

/** The published schema of every service that has one, by name. */
export const readServices = async (folder: string): Promise<readonly Subgraph[]> => {
  const names = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isDirectory());
  const found = await Promise.all(
    names.map(async ({ name }) => {
      const sdl = await readFile(join(folder, name, 'schema.graphql'), 'utf8').catch(() => null);
      return sdl === null ? [] : [{ name, sdl }];
    }),
  );
  return found.flat().sort((a, b) => a.name.localeCompare(b.name));
};

/** Node types that no id can name: `node(id)` would never find them. One sentence each. */
export const unregisteredNodeTypes = (subgraphs: readonly Subgraph[]) =>
  nodeTypesOf(subgraphs)
    .filter(({ type }) => !Object.hasOwn(ID_TYPES, type))
    .map(({ type, owner }) => `${owner}: ${type} implements Node but has no code in packages/kernel/src/id-types.ts`);
