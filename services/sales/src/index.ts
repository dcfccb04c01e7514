export { salesService } from './service.ts';
