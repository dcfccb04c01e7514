import type { BaseContext } from '@apollo/server';
import { analyticsService } from '@crm/analytics';
import { catalogPricingService } from '@crm/catalog-pricing';
import { contractOrderService } from '@crm/contract-order';
import { customerService } from '@crm/customer';
import { marketingService } from '@crm/marketing';
import type { ServiceDefinition } from '@crm/runtime';
import { salesService } from '@crm/sales';
import { serviceService } from '@crm/service';

export type Definition = ServiceDefinition<BaseContext>;

/** The seven. Each has a context of its own, which only its own resolvers look into. */
export const definitions: readonly Definition[] = [
  customerService,
  salesService,
  catalogPricingService,
  contractOrderService,
  serviceService,
  marketingService,
  analyticsService,
];
