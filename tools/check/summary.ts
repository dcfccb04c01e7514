import type { Outcome } from './step.ts';

/** What is said when a step ends: one line, and everything there is to read when it failed. */
export const lineOf = ({ step, passed, failed, skipped, seconds, output }: Outcome): string => {
  const mark = failed > 0 ? '✗' : skipped > 0 && passed === 0 ? '-' : '✓';
  const counted = step.counts === 'tests' ? ` · ${counts(passed, failed, skipped)}` : '';
  const line = `${mark} ${step.name.padEnd(9)} ${step.says}${counted} · ${seconds.toFixed(1)} s`;
  return failed > 0 ? `${line}\n\n${output.trim()}\n` : line;
};

/** The last line of every run. */
export const totalOf = (outcomes: readonly Outcome[]): string => {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + count(one), 0);
  return counts(
    sum(({ passed }) => passed),
    sum(({ failed }) => failed),
    sum(({ skipped }) => skipped),
  );
};

const counts = (passed: number, failed: number, skipped: number) =>
  `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
