import { type KillPoint, type Plan, startParts } from './parts.ts';

// The plan that `processes.ts` has written.
const plan = JSON.parse(process.argv[2] ?? '') as Plan;

let times = 0;
const reached = (point: KillPoint) => {
  if (plan.die?.at !== point) return;
  times += 1;
  if (times < plan.die.nth) return;
  // Into a pipe, so it is written before the next line is reached.
  process.stdout.write('dies here\n');
  process.kill(process.pid, 'SIGKILL');
};

const fail = () => {
  process.exit(1);
};
const { stop, finished } = await startParts(plan, {
  reached,
  onSend: (records) => {
    process.stdout.write(`sends ${String(records)}\n`);
  },
  onAcknowledged: (what) => {
    process.stdout.write(`${JSON.stringify(what)}\n`);
  },
  onFatal: fail,
  // A server that is not there yet: whoever watches starts it again.
}).catch(fail);
for (let nth = 0; nth < (plan.leaks ?? 0); nth += 1) setInterval(() => undefined, 1_000_000);
process.stdout.write('ready\n');
void finished.then(() => process.stdout.write('done\n'));
// Whoever writes asks what the process holds open just now.
process.stdin.on('data', () => {
  const open = process.getActiveResourcesInfo().filter((each) => each === 'TCPSocketWrap' || each === 'Timeout');
  process.stdout.write(`holds ${String(open.length)}\n`);
});
// The end of the pipe is the end of the spec, however it ended.
process.stdin.on('end', () => {
  void stop().then(() => process.exit(0));
});
