import { compareAnswers } from './fixtures/equal-answers.builder.ts';

describe('an answer put together from several services', () => {
  it('is the one that a single service with all the data would give, for any graph, operation and failures', async () => {
    const { compared, failed, apart } = await compareAnswers(15, 20_261_123);
    // Else the law would be about nothing.
    expect(compared).toBeGreaterThan(50);
    expect(failed).toBeGreaterThan(5);
    expect(apart).toBeGreaterThan(10);
  }, 120_000);
});
