import { runService } from '@crm/runtime';

import { readConfig } from './config.ts';
import { catalogPricingService } from './service.ts';

await runService(catalogPricingService, readConfig);
