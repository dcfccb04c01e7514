import { chosen } from './choice.ts';
import type { Step } from './step.ts';

const step = (name: string): Step => ({
  name,
  says: name,
  command: ['true'],
  counts: 'itself',
  after: [],
  limitMinutes: 1,
});
const known = [[step('types'), step('lint')], [step('unit')], [step('int')]];
const names = (args: readonly string[]) => chosen(args, known).stages.map((stage) => stage.map(({ name }) => name));

describe('what `npm test` runs', () => {
  it('is everything when nothing is named', () => {
    expect(names([])).toEqual([['types', 'lint'], ['unit'], ['int']]);
  });

  it('is what is named, in the usual order', () => {
    expect(names(['int', 'lint'])).toEqual([['lint'], ['int']]);
  });

  it('passes what follows on to Jest, even where it is called like a step', () => {
    expect(chosen(['unit', 'packages/kernel', '-t', 'lint'], known).more).toEqual(['packages/kernel', '-t', 'lint']);
  });
});
