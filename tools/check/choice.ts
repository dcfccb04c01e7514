import type { Step } from './step.ts';

export type Choice = {
  readonly stages: readonly (readonly Step[])[];
  /** For Jest: paths, `-t` and the like. */
  readonly more: readonly string[];
};

/** Leading words that name steps choose them; without any, all steps run. What follows goes to Jest. */
export const chosen = (args: readonly string[], known: readonly (readonly Step[])[]): Choice => {
  const isStep = (arg: string) => known.flat().some(({ name }) => name === arg);
  const firstOther = args.findIndex((arg) => !isStep(arg));
  const names = firstOther < 0 ? args : args.slice(0, firstOther);
  const more = firstOther < 0 ? [] : args.slice(firstOther);
  const stages = known.map((stage) => stage.filter(({ name }) => names.length === 0 || names.includes(name)));
  return { stages: stages.filter((stage) => stage.length > 0), more };
};
