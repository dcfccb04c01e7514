import { cappedLabels } from './metrics.ts';

describe('names of operations in the metrics', () => {
  it('are kept up to a number, so that clients cannot fill the memory with inventions', () => {
    const label = cappedLabels(2);
    expect(['Customers', 'Leads', 'X1', 'X2', 'Customers'].map(label)).toEqual([
      'Customers',
      'Leads',
      'other',
      'other',
      'Customers',
    ]);
  });
});
