import { assertServable, unenforcedDirectives } from './supported.ts';

const graph = (...links: readonly string[]) => `schema ${links.join(' ')} { query: Query } type Query { a: Int }`;

describe('a supergraph that asks for protection', () => {
  it('is refused by the name of what would not be enforced', () => {
    const supergraph = graph(
      '@link(url: "https://specs.apollo.dev/link/v1.0")',
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)',
      '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)',
    );
    expect(unenforcedDirectives(supergraph)).toEqual(['@authenticated', '@policy']);
    expect(() => {
      assertServable(supergraph);
    }).toThrow('@authenticated, @policy, which this gateway does not enforce yet');
  });

  it('is served when it asks for none', () => {
    expect(unenforcedDirectives(graph('@link(url: "https://specs.apollo.dev/tag/v0.3")'))).toEqual([]);
  });
});
