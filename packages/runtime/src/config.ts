import { type BrokerAccess, readBrokerAccess } from '@crm/messaging';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address');

const ENVIRONMENT = z.object({
  SERVICE_HOST: z.string().default('127.0.0.1'),
  SERVICE_PORT: port.default(0),
  OPS_PORT: port.default(0),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(8),
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((list) => list.split(',').map((broker) => broker.trim())),
  // What a broker allows by itself; beyond it nobody would wait for the dead.
  KAFKA_MEMBER_TIMEOUT_MS: z.coerce.number().int().min(6_000).max(1_800_000).default(30_000),
  ASSERTION_JWKS: z.string().min(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  INTROSPECTION: z.enum(['on', 'off']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, message: 'is not an http(s) address' }).optional(),
  NODE_ENV: z.string().default('development'),
});

/** What a service is told from outside. */
export type ServiceConfig = {
  /** Where spans go, by OTLP over HTTP; left out, nothing is traced. */
  readonly tracesTo?: string | undefined;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Health and metrics; not reachable through the gateway. */
  readonly operationsPort: number;
  readonly databaseUrl: string;
  /** When given, the service migrates its database before it starts. */
  readonly databaseOwnerUrl: string | null;
  readonly poolSize: number;
  /** None: events wait in the outbox, and none are consumed. */
  readonly brokers: readonly string[];
  /** How it shows itself to a secured broker; left out, the broker asks nobody. */
  readonly brokerAccess?: BrokerAccess;
  /** How long an instance that died without a word keeps its partitions. Left out: 30 000. */
  readonly memberTimeoutMs?: number;
  /** Path of the key set by which the gateway's assertions are verified. */
  readonly assertionKeys: string;
  readonly logLevel: string;
  readonly introspection: boolean;
};

/** Reads a service's configuration. Throws one error that names every mistake. */
export const readServiceConfig = (environment: Readonly<Record<string, string | undefined>>): ServiceConfig => {
  const read = ENVIRONMENT.safeParse(environment);
  const { access, issues } = readBrokerAccess(environment);
  if (!read.success || issues.length > 0) {
    const all = [...(read.error?.issues ?? []), ...issues];
    const mistakes = all.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The configuration is not complete:\n${mistakes.join('\n')}`);
  }
  const env = read.data;
  return {
    host: env.SERVICE_HOST,
    port: env.SERVICE_PORT,
    operationsPort: env.OPS_PORT,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    poolSize: env.DATABASE_POOL_SIZE,
    brokers: env.KAFKA_BROKERS,
    brokerAccess: access,
    memberTimeoutMs: env.KAFKA_MEMBER_TIMEOUT_MS,
    assertionKeys: env.ASSERTION_JWKS,
    logLevel: env.LOG_LEVEL,
    tracesTo: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    introspection: (env.INTROSPECTION ?? (env.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
  };
};
