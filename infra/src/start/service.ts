import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

import { programEnv } from '../local/config.ts';
import { ROOT } from '../local/paths.ts';
import { Trouble } from '../local/trouble.ts';
import { ask } from './control.ts';
import { fail } from './fail.ts';
import { layoutOf, serviceMain } from './layout.ts';
import { absolute } from './options.ts';

/** `npm start -w services/<name>`: takes the service's place in the running suite, in the foreground, until it ends. */
const runService = async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: '.data' } },
  });
  const service = positionals[0] ?? '';
  const layout = layoutOf(absolute(values.data, ROOT));
  const lent = await ask(layout.control, { ask: 'lend', service });
  if (!lent) throw new Trouble(`No suite is running in ${layout.data}: npm start in another window.`);
  if ('refused' in lent.answer) throw new Trouble(lent.answer.refused);
  if (!('env' in lent.answer)) throw new Trouble('The running suite is of another version: start it again.');
  const child = spawn(process.execPath, ['--conditions=source', serviceMain(service)], {
    stdio: 'inherit',
    env: programEnv({ APOLLO_TELEMETRY_DISABLED: '1', ...lent.answer.env }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    lent.hangUp();
    process.exit(code ?? 1);
  });
};

await runService().catch(fail);
