import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { salesService } from './service.ts';

await runService(salesService, readConfig);
