import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { chosen } from './choice.ts';
import { toolEnvironment } from './config.ts';
import { runStages } from './run-stages.ts';
import { runStep, stopAll } from './run-step.ts';
import { NIGHTLY, STAGES } from './step.ts';
import { lineOf, totalOf } from './summary.ts';

const AT_ONCE = 2;

process.chdir(path.join(import.meta.dirname, '../..'));
mkdirSync('.cache/check', { recursive: true });
toolEnvironment(process.cwd());

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop.abort();
    stopAll(signal);
  });
}

const args = process.argv.slice(2);
const known = args[0] === 'nightly' ? NIGHTLY : STAGES;
const { stages, more } = chosen(args, known);
const outcomes = await runStages(stages, {
  atOnce: AT_ONCE,
  run: (step) => (stop.signal.aborted ? Promise.reject(new Error('Stopped.')) : runStep(step, more)),
  say: (outcome) => {
    console.log(lineOf(outcome));
  },
}).catch(() => []);

console.log(`\n${stop.signal.aborted ? 'Stopped.' : totalOf(outcomes)}`);
process.exitCode = stop.signal.aborted || outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
