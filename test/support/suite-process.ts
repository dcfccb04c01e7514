import { ANNOUNCEMENT } from './announcement.ts';
import { startSuite } from './suite.ts';

/** The suite as one process of its own: says where it is, and ends with whoever holds its standard input. */
const suite = await startSuite(process.argv[2]);
process.stdout.write(`${ANNOUNCEMENT}${JSON.stringify(suite.addresses)}\n`);

const end = () => {
  void suite.stop().finally(() => process.exit(0));
};
process.stdin.resume();
process.stdin.once('end', end);
process.stdin.once('close', end);
