import { fuzz } from './fuzz/run.ts';

describe('two thousand requests by chance', () => {
  it('break nothing, and learn nothing of the insides', async () => {
    const { faults, statuses } = await fuzz(2_000, 20_260_101);
    expect(faults).toEqual([]);
    // Chance has come by each kind of answer, not by refusals alone.
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '404']));
  });
});
