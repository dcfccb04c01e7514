import { type KillPoint, type Plan, startParts } from './parts.ts';

// The plan that `processes.ts` has written.
const plan = JSON.parse(process.argv[2] ?? '') as Plan;

let times = 0;
const reached = (point: KillPoint) => {
  if (plan.die?.at !== point) return;
  times += 1;
  if (times === plan.die.nth) process.kill(process.pid, 'SIGKILL');
};

const { stop, finished } = await startParts(plan, {
  reached,
  onAcknowledged: (what) => {
    process.stdout.write(`${JSON.stringify(what)}\n`);
  },
  onFatal: () => {
    process.exit(1);
  },
});
process.stdout.write('ready\n');
void finished.then(() => process.stdout.write('done\n'));
// The end of the pipe is the end of the spec, however it ended.
process.stdin.resume().on('end', () => {
  void stop().then(() => process.exit(0));
});
