export { catalogPricingService } from './service.ts';
