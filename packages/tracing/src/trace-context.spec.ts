import { contextOf, traceparentOf } from './trace-context.ts';

const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('the place in a trace that a header names', () => {
  it('is written as it was read', () => {
    const context = contextOf(TRACEPARENT);
    expect(context && traceparentOf(context)).toBe(TRACEPARENT);
  });

  it.each([
    null,
    '',
    'nonsense',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
  ])('is none in %p', (header) => {
    expect(contextOf(header)).toBeNull();
  });
});
