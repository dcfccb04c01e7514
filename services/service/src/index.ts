export { serviceService } from './service.ts';
