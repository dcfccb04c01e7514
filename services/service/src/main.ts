import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { serviceService } from './service.ts';

await runService(serviceService, readConfig);
