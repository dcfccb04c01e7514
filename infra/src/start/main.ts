import { ROOT } from '../local/paths.ts';
import { fail } from './fail.ts';
import { onOrphaned } from './lifeline.ts';
import { readOptions } from './options.ts';
import { runSuite } from './run.ts';

/** Nothing may hold the end up longer: what is left then is ended by the watchdog. */
const LAST_RESORT_MS = 8_000;

const stopping = new AbortController();
const killing = new AbortController();
const stop = () => {
  if (stopping.signal.aborted) {
    killing.abort();
    return;
  }
  process.stdout.write('\nStopping…\n');
  stopping.abort();
  setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
};
onOrphaned(() => {
  if (!stopping.signal.aborted) stop();
});
process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);

try {
  await runSuite(readOptions(process.argv.slice(2), ROOT), stopping.signal, killing.signal);
  process.stdout.write('Stopped.\n');
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  fail(error);
}
