import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { marketingService } from './service.ts';

await runService(marketingService, readConfig);
