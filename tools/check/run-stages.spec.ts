import { runStages } from './run-stages.ts';
import type { Outcome, Step } from './step.ts';

const step = (name: string, after: readonly string[] = []): Step => ({
  name,
  says: name,
  command: ['true'],
  counts: 'itself',
  after,
  limitMinutes: 1,
});

const run = async (stages: readonly (readonly Step[])[], failing: readonly string[]) => {
  const started: string[] = [];
  const outcomes = await runStages(stages, {
    atOnce: 2,
    run: (one): Promise<Outcome> => {
      started.push(one.name);
      const failed = failing.includes(one.name) ? 1 : 0;
      return Promise.resolve({ step: one, passed: 1 - failed, failed, skipped: 0, seconds: 0, output: '' });
    },
    say: () => undefined,
  });
  return { started, skipped: outcomes.filter(({ skipped }) => skipped > 0).map((outcome) => outcome.step.name) };
};

describe('the steps of a check', () => {
  it('go on after a failure: one run shows all there is to mend', async () => {
    expect((await run([[step('lint')], [step('unit')]], ['lint'])).started).toEqual(['lint', 'unit']);
  });

  it('are skipped where a failure made them pointless', async () => {
    const { started, skipped } = await run([[step('types')], [step('build', ['types'])]], ['types']);
    expect({ started, skipped }).toEqual({ started: ['types'], skipped: ['build'] });
  });
});
