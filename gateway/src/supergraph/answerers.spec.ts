import { composeSupergraph } from '../compose/compose.ts';
import { answerersIn } from './answerers.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible", "@shareable"])';
const supergraphOf = (...types: readonly string[]) => {
  const composed = composeSupergraph(
    types.map((each, nth) => ({ name: `service-${String(nth)}`, sdl: `${FEDERATION} ${each}` })),
  );
  return composed.ok ? composed.value.supergraph : composed.refusal.join();
};

describe('who answers a field', () => {
  it('is the service that offers it, also where clients do not see it', () => {
    const answerers = answerersIn(
      supergraphOf('type Query { a: Int }', 'type Query { b: Int  secret: Int @inaccessible }'),
    );
    expect(Object.fromEntries(answerers)).toEqual({ a: 'service-0', b: 'service-1', secret: 'service-1' });
  });

  it('is the only service there is, or one of those that do', () => {
    expect(answerersIn(supergraphOf('type Query { a: Int }')).get('a')).toBe('service-0');
    const both = supergraphOf('type Query { a: Int @shareable }', 'type Query { a: Int @shareable }');
    expect(answerersIn(both).get('a')).toBe('service-0');
  });

  it('is nobody in what is no supergraph', () => {
    expect(answerersIn('type Query { a: Int }').size).toBe(0);
  });
});
