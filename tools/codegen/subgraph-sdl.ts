import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type DocumentNode, Kind, Source, parse, print } from 'graphql';

import { linkOf, ownDirectives } from './directives.ts';
import { mergeParts } from './merge-sdl.ts';
import { reachable } from './reachable.ts';

export type Subgraph = { readonly document: DocumentNode; readonly sdl: string };

const HEADER = '# Generated from src/**/*.graphql by `npm run codegen`. Reviewed, never edited.\n';

/** What a service publishes: its own SDL plus the shared types it uses, merged and in a fixed order; null without SDL. */
export const subgraphOf = (service: string, shared: string): Subgraph | null => {
  const own = parseAll(path.join(service, 'src'), '**/*.graphql');
  if (own.length === 0) return null;

  const definitions = [...parseAll(shared, '*.graphql'), ...own];
  const ownNames = new Set(mergeParts(own).map((type) => type.name.value));
  const types = reachable(ownNames, mergeParts(definitions));
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [...ownDirectives(definitions, types), ...types],
  };
  return { document, sdl: `${HEADER}\n${linkOf(definitions, types)}\n\n${print(document)}\n` };
};

const parseAll = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder })
    .sort()
    .flatMap((file) => {
      const source = new Source(readFileSync(path.join(folder, file), 'utf8'), path.join(folder, file));
      return source.body.trim() === '' ? [] : parse(source).definitions;
    });
