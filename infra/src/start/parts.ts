import { HOST } from '../local/ports.ts';
import { AUDIENCE } from '../issuer/tokens.ts';
import { GATEWAY_MAIN, type Layout, serviceMain } from './layout.ts';
import type { NodeProgram } from './node-program.ts';

/** Where a service listens and where its data is: chosen once per run, kept through its restarts. */
export type Placed = {
  readonly name: string;
  readonly port: number;
  readonly operationsPort: number;
  readonly appUrl: string;
  /** Null: its database is brought forward by somebody else. */
  readonly ownerUrl: string | null;
};

export const serviceUrl = ({ port }: Pick<Placed, 'port'>) => `http://${HOST}:${String(port)}/graphql`;

export const operationsUrl = ({ operationsPort }: Pick<Placed, 'operationsPort'>) =>
  `http://${HOST}:${String(operationsPort)}`;

/** The environment of a service: all it is told. */
export const serviceEnv = (placed: Placed, brokers: readonly string[], layout: Layout, logLevel: string) => ({
  NODE_ENV: 'development',
  SERVICE_HOST: HOST,
  SERVICE_PORT: String(placed.port),
  OPS_PORT: String(placed.operationsPort),
  DATABASE_URL: placed.appUrl,
  ...(placed.ownerUrl && { DATABASE_OWNER_URL: placed.ownerUrl }),
  KAFKA_BROKERS: brokers.join(','),
  ASSERTION_JWKS: layout.assertionJwks,
  LOG_LEVEL: logLevel,
});

export type ServiceOptions = {
  readonly layout: Layout;
  readonly brokers: readonly string[];
  readonly logLevel: string;
  readonly signal: AbortSignal;
};

const SERVICE_HEAP_MB = 160;
const GATEWAY_HEAP_MB = 320;

export const serviceProgram = (placed: Placed, options: ServiceOptions): NodeProgram => ({
  name: placed.name,
  main: serviceMain(placed.name),
  env: serviceEnv(placed, options.brokers, options.layout, options.logLevel),
  readyUrl: `${operationsUrl(placed)}/readyz`,
  log: options.layout.logOf(placed.name),
  heapMb: SERVICE_HEAP_MB,
  signal: options.signal,
});

export type GatewayOptions = ServiceOptions & { readonly port: number; readonly issuer: string };

export const gatewayProgram = ({ layout, brokers, port, issuer, logLevel, signal }: GatewayOptions): NodeProgram => ({
  name: 'gateway',
  main: GATEWAY_MAIN,
  env: {
    NODE_ENV: 'development',
    GATEWAY_HOST: HOST,
    GATEWAY_PORT: String(port),
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: AUDIENCE,
    SUPERGRAPH: layout.supergraph,
    ASSERTION_KEY: layout.assertionKey,
    KAFKA_BROKERS: brokers.join(','),
    LOG_LEVEL: logLevel,
  },
  readyUrl: `http://${HOST}:${String(port)}/readyz`,
  log: layout.logOf('gateway'),
  heapMb: GATEWAY_HEAP_MB,
  signal,
});

/** A supergraph names its subgraphs; at run time they are somewhere. */
export const routeSupergraph = (supergraph: string, placed: readonly Placed[]): string =>
  placed.reduce((text, each) => text.replaceAll(`"http://${each.name}/graphql"`, `"${serviceUrl(each)}"`), supergraph);
