export { type AuthConfig, type GatewayConfig, STANDARD_DOOR, readConfig } from './config.ts';
export { type RunningGateway, startGateway } from './gateway.ts';
export { TOPICS_FOLLOWED } from './realtime/schema/watched.ts';
