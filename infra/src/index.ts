export * from './local/databases.ts';
export * from './local/kafka.ts';
export * from './local/postgres.ts';
export { freePort, isFree, nextFreePort } from './local/ports.ts';
export { Trouble } from './local/trouble.ts';
export { keep, trash } from './local/watchdog.ts';
export { type Issuer, startIssuer } from './issuer/issuer.ts';
export { type PrivateJwk, privateKey, publicPart } from './issuer/keys.ts';
export { AUDIENCE, mintToken } from './issuer/tokens.ts';
