import { createLog } from '../log.ts';
import { ensureBundle } from './bundle.ts';

await ensureBundle(createLog('info'));
