import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { buildASTSchema, parse } from 'graphql';

/** What breaks for clients of the released schema. A field that was deprecated when released may go. */
export const brokenQueries = async (released: string, now: string): Promise<readonly string[]> => {
  const changes = await diff(schemaOf(released), schemaOf(now), [DiffRule.suppressRemovalOfDeprecatedField]);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
};

// Federation directives are not defined in what a subgraph publishes; composition checks them.
const schemaOf = (sdl: string) => buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
