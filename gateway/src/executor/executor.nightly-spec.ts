import { compareAnswers } from './fixtures/equal-answers.builder.ts';

describe('answers put together from several services', () => {
  it.each([1, 2, 3])(
    'are those of a single service, for hundreds of graphs (seed %i)',
    async (seed) => {
      expect((await compareAnswers(200, seed)).compared).toBeGreaterThan(800);
    },
    900_000,
  );
});
