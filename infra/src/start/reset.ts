import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { ROOT } from '../local/paths.ts';
import { Trouble } from '../local/trouble.ts';
import { runningSuite } from './control.ts';
import { fail } from './fail.ts';
import { isDataFolder, layoutOf } from './layout.ts';
import { endLeftOvers } from './left-overs.ts';
import { absolute } from './options.ts';

/** `npm run reset`: forgets everything the suite has kept. */
const reset = async () => {
  const { data } = parseArgs({ options: { data: { type: 'string', default: '.data' } } }).values;
  const layout = layoutOf(absolute(data, ROOT));
  const running = await runningSuite(layout.control);
  if (running !== null) throw new Trouble(`The suite is running (process ${String(running)}): stop it first.`);
  if (!isDataFolder(layout)) throw new Trouble(`${layout.data} is not a data folder of a suite: nothing is deleted.`);
  await endLeftOvers(layout.processes);
  await rm(layout.data, { recursive: true, force: true });
  process.stdout.write(`${layout.data} is forgotten.\n`);
};

await reset().catch(fail);
