import type { Outcome, Step } from './step.ts';

type Runner = {
  readonly run: (step: Step) => Promise<Outcome>;
  readonly atOnce: number;
  readonly say: (outcome: Outcome) => void;
};

/** Stage after stage, the steps of one side by side. A failure stops nothing but what is pointless after it. */
export const runStages = async (stages: readonly (readonly Step[])[], runner: Runner): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const stage of stages) {
    const waiting = [...stage];
    const worker = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const outcome = isPointless(step, outcomes) ? skipped(step) : await runner.run(step);
        outcomes.push(outcome);
        runner.say(outcome);
      }
    };
    await Promise.all(Array.from({ length: runner.atOnce }, worker));
  }
  return outcomes;
};

const isPointless = ({ after }: Step, outcomes: readonly Outcome[]) =>
  outcomes.some(({ step, failed }) => failed > 0 && after.includes(step.name));

const skipped = (step: Step): Outcome => ({ step, passed: 0, failed: 0, skipped: 1, seconds: 0, output: '' });
