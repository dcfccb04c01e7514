import { analyticsService } from '@crm/analytics';
import { catalogPricingService } from '@crm/catalog-pricing';
import { contractOrderService } from '@crm/contract-order';
import { customerService } from '@crm/customer';
import { marketingService } from '@crm/marketing';
import { TOPICS_FOLLOWED } from '@crm/gateway';
import { topicsHeardBy } from '@crm/runtime';
import { salesService } from '@crm/sales';
import { serviceService } from '@crm/service';

import type { Hearing } from './grants.ts';

/** Which topics each service reacts to. */
export const hearings = (): readonly Hearing[] => [
  { service: analyticsService.name, topics: topicsHeardBy(analyticsService) },
  { service: catalogPricingService.name, topics: topicsHeardBy(catalogPricingService) },
  { service: contractOrderService.name, topics: topicsHeardBy(contractOrderService) },
  { service: customerService.name, topics: topicsHeardBy(customerService) },
  { service: marketingService.name, topics: topicsHeardBy(marketingService) },
  { service: salesService.name, topics: topicsHeardBy(salesService) },
  { service: serviceService.name, topics: topicsHeardBy(serviceService) },
];

/** The gateway, which tells its clients of changes: each of its processes follows topics in a group of its own. */
export const followers = (): readonly Hearing[] => [{ service: 'gateway', topics: TOPICS_FOLLOWED }];
