import type { Outcome, Step } from './step.ts';
import { lineOf, totalOf } from './summary.ts';

const step: Step = {
  name: 'unit',
  says: 'unit tests',
  command: ['jest'],
  counts: 'tests',
  after: [],
  limitMinutes: 1,
};
const outcome = (counts: Partial<Outcome>): Outcome => ({
  step,
  passed: 0,
  failed: 0,
  skipped: 0,
  seconds: 1.23,
  output: 'what happened',
  ...counts,
});

describe('the summary', () => {
  it('adds up all steps', () => {
    expect(totalOf([outcome({ passed: 3 }), outcome({ passed: 1, failed: 2 })])).toBe('4 passed, 2 failed');
  });

  it('mentions what was skipped only when something was', () => {
    expect(totalOf([outcome({ passed: 1, skipped: 2 })])).toBe('1 passed, 0 failed, 2 skipped');
  });

  it('shows what a step wrote only when it failed', () => {
    expect(lineOf(outcome({ passed: 1 }))).toBe('✓ unit      unit tests · 1 passed, 0 failed · 1.2 s');
    expect(lineOf(outcome({ failed: 1 }))).toContain('what happened');
  });
});
