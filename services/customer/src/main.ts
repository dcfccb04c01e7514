import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { customerService } from './service.ts';

await runService(customerService, readConfig);
