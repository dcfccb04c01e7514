import { type ServiceConfig, readServiceConfig } from '@crm/runtime';

export const readConfig = (): ServiceConfig => readServiceConfig(process.env);
