export { contractOrderService } from './service.ts';
