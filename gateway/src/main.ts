import { readConfig } from './config.ts';
import { startGateway } from './gateway.ts';
import { traceTo } from './telemetry/traces.ts';

const fail = (sentences: readonly string[]) => {
  for (const each of sentences) process.stderr.write(`gateway: ${each}\n`);
  process.exit(1);
};

const config = readConfig(process.argv.slice(2));
if (!config.ok) fail(config.refusal);
else {
  try {
    const { tracesTo, logLevel } = config.value;
    const tracing = tracesTo === undefined ? null : traceTo(tracesTo, logLevel);
    const { stop } = await startGateway(config.value);
    const end = () =>
      void stop()
        .then(() => tracing?.stop())
        .then(() => process.exit(0));
    process.once('SIGTERM', end).once('SIGINT', end);
  } catch (error) {
    fail([error instanceof Error ? error.message : String(error)]);
  }
}
