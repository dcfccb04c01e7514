import { type Asking, askEntities, askRoot, batchesOf } from './asking.ts';
import { createFailures } from './failures.ts';
import type { Fetch } from './fetch.ts';
import type { Json } from './json.ts';
import type { Plan, Step } from './plan.ts';
import type { Gathered } from './settle.ts';
import type { Types } from './types.ts';

export type Fetched = Gathered & {
  /** True when one object stands in several places. */
  readonly isShared: boolean;
};

type Setup = Pick<Asking, 'ask' | 'variables'> & {
  readonly plan: Plan;
  readonly types: Types;
};
type Done = () => void;
type Waiting = { readonly fetch: Fetch; readonly done: Done };
type Group = { readonly waiting: Waiting[]; outstanding: number };
type Run = Setup &
  Gathered & {
    readonly groups: ReadonlyMap<string, Group>;
    readonly fail: (error: unknown) => void;
    isShared: boolean;
    readonly asked: Set<Json>;
    timer: NodeJS.Timeout | undefined;
  };

/** How long a fetch waits for those it could travel with. */
const LINGER_MS = 2;

/** Runs a plan: resolves with all that could be fetched, rejects when nobody waits for it any more. */
export const runPlan = async (setup: Setup): Promise<Fetched> => {
  const { root, groups } = setup.plan;
  const gathered = { data: {}, failures: createFailures(), types: setup.types };
  if (!root) return { ...gathered, isShared: false };
  const { promise, resolve, reject } = Promise.withResolvers<Fetched>();
  const run: Run = {
    ...setup,
    ...gathered,
    groups: new Map([...groups].map(([name, outstanding]) => [name, { waiting: [], outstanding }])),
    fail: (error) => {
      clearTimeout(run.timer);
      reject(error instanceof Error ? error : new Error(String(error)));
    },
    isShared: false,
    asked: new Set(),
    timer: undefined,
  };
  start(run, root, () => {
    clearTimeout(run.timer);
    resolve(run);
  });
  depart(run);
  return promise;
};

const start = (run: Run, step: Step, done: Done): void => {
  switch (step.kind) {
    case 'fetch':
      arrive(run, step.fetch, done);
      return;
    case 'sequence':
      startFrom(run, step.steps, 0, done);
      return;
    case 'parallel': {
      let left = step.steps.length;
      if (left === 0) done();
      const oneDone = () => {
        if (--left === 0) done();
      };
      for (const each of step.steps) start(run, each, oneDone);
    }
  }
};

const startFrom = (run: Run, steps: readonly Step[], at: number, done: Done): void => {
  const step = steps[at];
  if (!step) {
    done();
    return;
  }
  start(run, step, () => {
    startFrom(run, steps, at + 1, done);
  });
};

const arrive = (run: Run, fetch: Fetch, done: Done) => {
  const group = fetch.group === null ? undefined : run.groups.get(fetch.group);
  if (!group) {
    goOn(run, askRoot(run, fetch), done);
    return;
  }
  group.waiting.push({ fetch, done });
  group.outstanding--;
};

/** Sends off all that is complete, and after a short while what still waits for others. */
const depart = (run: Run, isDue: (group: Group) => boolean = isComplete) => {
  let isMoving = true;
  while (isMoving) {
    isMoving = false;
    for (const group of run.groups.values()) {
      if (group.waiting.length === 0 || !isDue(group)) continue;
      travel(run, group.waiting.splice(0));
      isMoving = true;
    }
  }
  if (run.timer || ![...run.groups.values()].some(isImpatient)) return;
  run.timer = setTimeout(() => {
    run.timer = undefined;
    depart(run, isImpatient);
  }, LINGER_MS);
};

const isComplete = ({ outstanding }: Group) => outstanding === 0;
const isImpatient = ({ waiting }: Group) => waiting.some(({ fetch }) => !fetch.isPatient);

/** Fetches that go together come back together. */
const travel = (run: Run, waiting: readonly Waiting[]) => {
  const allDone = () => {
    for (const { done } of waiting) done();
  };
  const fetches = waiting.map(({ fetch }) => fetch);
  const [first] = fetches;
  const batches = batchesOf(run, fetches);
  if (!first || batches.length === 0) {
    allDone();
    return;
  }
  run.isShared ||= batches.some(({ isShared }) => isShared);
  goOn(run, askEntities(run, first.subgraph, batches), allDone);
};

const goOn = (run: Run, answered: Promise<void>, done: Done) => {
  answered
    .then(() => {
      done();
      depart(run);
    })
    .catch(run.fail);
};
