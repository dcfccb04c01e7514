import { fail } from '../start/fail.ts';
import { benchEvents } from './events/events.ts';
import { benchGateway } from './gateway/gateway.ts';
import { benchRealtime } from './realtime/realtime.ts';
import { benchStart } from './start.ts';
import { benchSubgraph } from './subgraph/subgraph.ts';

const [what, only] = process.argv.slice(2);
const BENCHES: Readonly<Record<string, () => Promise<boolean>>> = {
  start: benchStart,
  events: () => benchEvents(only),
  gateway: benchGateway,
  realtime: benchRealtime,
  subgraph: benchSubgraph,
};
const bench = BENCHES[what ?? ''];
if (!bench) fail(new Error('Say what to measure: npm run bench -- start | events | gateway | realtime | subgraph'));
process.exit((await bench?.().catch(fail)) ? 0 : 1);
