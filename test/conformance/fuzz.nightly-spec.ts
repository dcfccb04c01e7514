import setUp from '../support/global-setup.ts';
import tearDown from '../support/global-teardown.ts';
import { fuzz } from './fuzz/run.ts';

const MOST_GROWTH_MB = 60;

describe('a hundred thousand requests by chance', () => {
  beforeAll(setUp);
  afterAll(tearDown);

  it('break nothing, learn nothing of the insides, and leave no memory behind', async () => {
    const { faults, statuses, heap } = await fuzz(100_000, 20_260_102);
    process.stdout.write(`fuzz: ${JSON.stringify({ statuses, heap })}\n`);
    expect(faults).toEqual([]);
    expect(heap[1] - heap[0]).toBeLessThan(MOST_GROWTH_MB);
  });
});
