import { Kind, parse } from 'graphql';

/** Directives that promise protection. Serving a graph without enforcing them would open what its authors closed. */
const PROTECTION = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v/;

/**
 * Names the protection directives of a supergraph that this gateway does not enforce: it must not serve such a graph.
 * This is the place where enforcement, once installed, strips their `for: SECURITY`.
 */
export const unenforcedDirectives = (supergraph: string): readonly string[] =>
  parse(supergraph, { noLocation: true }).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (definition.directives ?? []).flatMap(({ name, arguments: given = [] }) => {
      const url = given.find((each) => each.name.value === 'url')?.value;
      const found = name.value === 'link' && url?.kind === Kind.STRING ? PROTECTION.exec(url.value) : null;
      return found ? [`@${String(found[1])}`] : [];
    });
  });

/** Throws when the gateway may not serve this supergraph. */
export const assertServable = (supergraph: string) => {
  const unenforced = unenforcedDirectives(supergraph);
  if (unenforced.length === 0) return;
  throw new Error(
    `The supergraph uses ${unenforced.join(', ')}, which this gateway does not enforce yet: it refuses to serve it.`,
  );
};
