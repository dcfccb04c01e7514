export { type AuthConfig, type GatewayConfig, readConfig } from './config.ts';
export { type RunningGateway, startGateway } from './gateway.ts';
