import { fail } from '../start/fail.ts';
import { benchStart } from './start.ts';

const [what] = process.argv.slice(2);
if (what !== 'start') fail(new Error('Say what to measure: npm run bench -- start'));
process.exit((await benchStart().catch(fail)) ? 0 : 1);
