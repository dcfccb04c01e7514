import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { contractOrderService } from './service.ts';

await runService(contractOrderService, readConfig);
