import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { analyticsService } from './service.ts';

await runService(analyticsService, readConfig);
