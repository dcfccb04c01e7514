import { servable } from './supported.ts';

const LINK = '@link(url: "https://specs.apollo.dev/link/v1.0")';
const AUTHENTICATED = '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)';
const POLICY = '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)';
const graph = (links: readonly string[], field = 'a: Int') =>
  `schema ${links.join(' ')} { query: Query } type Query { ${field} }`;

describe('a supergraph that asks for protection', () => {
  it('is refused by the name of what would not be enforced', () => {
    const supergraph = graph([LINK, AUTHENTICATED, POLICY], 'a: Int @authenticated');
    expect(() => servable(supergraph, { enforces: false })).toThrow(
      '@authenticated, @policy, which this gateway does not enforce',
    );
  });

  it('is served with what has to be enforced, where it is', () => {
    const { sdl, requirements } = servable(graph([LINK, AUTHENTICATED], 'a: Int @authenticated'), { enforces: true });
    expect(sdl).not.toContain('SECURITY');
    expect([...requirements.keys()]).toEqual(['Query.a']);
  });

  it('is refused when nothing says what is protected', () => {
    expect(() => servable(graph([LINK, AUTHENTICATED]), { enforces: true })).toThrow('no field has any');
  });

  it('is served as it is when it asks for none', () => {
    const open = graph(['@link(url: "https://specs.apollo.dev/tag/v0.3")']);
    expect(servable(open, { enforces: false })).toEqual({ sdl: open, requirements: new Map() });
  });
});
