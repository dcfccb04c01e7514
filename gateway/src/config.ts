import { parseArgs } from 'node:util';

import { type Result, accept, refuse } from '@crm/kernel';
import { type BrokerAccess, readBrokerAccess } from '@crm/messaging/kafka';
import { z } from 'zod';

import { type DocumentSettings, STANDARD_DOCUMENTS, documentVariables, documentsOf } from './documents/settings.ts';
import { type ServiceAccounts, serviceAccounts } from './identity/service-accounts.ts';
import { type LimitSettings, STANDARD_LIMITS, limitVariables, limitsOf } from './limits/settings.ts';
import { type OperationSettings, STANDARD_OPERATION, operationOf, operationVariables } from './operation-settings.ts';

/** How the gateway learns who asks, and how it tells the subgraphs. */
export type AuthConfig = {
  /** The OIDC issuer, exactly as it names itself in its tokens. */
  readonly issuer: string;
  readonly audience: string;
  /** Path of a private Ed25519 JWK with `kid`. */
  readonly assertionKey: string;
  /** Programs of an issuer that names neither their company nor their roles. */
  readonly serviceAccounts?: ServiceAccounts;
};

export type GatewayConfig = {
  /** Path of the composed supergraph. */
  readonly supergraph: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Null serves everybody, and asserts nothing to the subgraphs. */
  readonly auth: AuthConfig | null;
  readonly corsOrigins: readonly string[];
  readonly production: boolean;
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** What equal questions of one asker share while they are being answered: nothing, subgraph requests, or all. */
  readonly sharing: (typeof SHARING)[number];
  /** Of Kafka, for subscriptions; without any, they are refused and everything else works. */
  readonly brokers: readonly string[];
  /** How it shows itself to a secured broker; empty: the broker asks nobody. */
  readonly brokerAccess: BrokerAccess;
  /** Where a subgraph really is, when the supergraph's address is only its name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly limits: LimitSettings;
  readonly documents: DocumentSettings;
  readonly operation: OperationSettings;
  /** Addresses or networks of proxies whose word about the client's address is taken. */
  readonly trustedProxies: readonly string[];
  /** Where spans go, by OTLP over HTTP; left out, nothing is traced. */
  readonly tracesTo?: string;
};

/** The door as it is when nobody says otherwise, outside production. */
export const STANDARD_DOOR = {
  corsOrigins: [],
  limits: STANDARD_LIMITS,
  documents: STANDARD_DOCUMENTS,
  operation: STANDARD_OPERATION,
  trustedProxies: [],
  brokers: [],
  brokerAccess: {},
  sharing: 'off',
} as const satisfies Partial<GatewayConfig>;

const SHARING = ['off', 'subgraphs', 'all'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** Settings that a command-line option overrides. */
const OPTIONS = { SUPERGRAPH: 'supergraph', GATEWAY_PORT: 'port', GATEWAY_HOST: 'host' } as const;

const onOff = z.enum(['on', 'off'], 'must be on or off').transform((value) => value === 'on');
const address = z.url({ protocol: /^https?$/, message: 'must be an http(s) address' });
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((each) => each.trim()))
  .transform((each) => each.filter(Boolean));
const subgraphUrls = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be JSON: {"name": "url"}');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), address));

const common = {
  SUPERGRAPH: z.string('is required: the path of the composed supergraph'),
  GATEWAY_HOST: z.string().default('127.0.0.1'),
  GATEWAY_PORT: z.coerce.number('must be a port').int('must be a port').min(0).max(65_535).default(4000),
  CORS_ORIGINS: list.pipe(z.array(address)),
  NODE_ENV: z.string().default('development'),
  INTROSPECTION: onOff.optional(),
  GRAPHIQL: onOff.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  GATEWAY_SHARING: z.enum(SHARING, `must be one of ${SHARING.join(', ')}`).default('off'),
  SUBGRAPH_URLS: subgraphUrls.default({}),
  TRUSTED_PROXIES: list,
  KAFKA_BROKERS: list,
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  ...documentVariables,
  ...limitVariables,
  ...operationVariables,
};
const authenticated = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/, message: 'is required: the address of the token issuer (or --no-auth)' }),
  OIDC_AUDIENCE: z.string().default('crm'),
  ASSERTION_KEY: z.string('is required: the path of a private Ed25519 JWK with kid (or --no-auth)'),
  SERVICE_ACCOUNTS: serviceAccounts.default({}),
};
const open = z.object(common);
const guarded = z.object({ ...common, ...authenticated });

/**
 * Reads the options and the environment, all at once: the refusal lists every mistake, one sentence each.
 * An option wins over its variable; an empty variable counts as unset.
 */
export const readConfig = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Result<GatewayConfig, readonly string[]> => {
  const options = readOptions(argv);
  if (!options.ok) return options;
  const { 'no-auth': noAuth, ...given } = options.value;
  const settings = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const [name, option] of Object.entries(OPTIONS)) settings[name] = given[option] ?? settings[name];

  const broker = readBrokerAccess(settings);
  return noAuth
    ? configured(open.safeParse(settings), broker, () => null)
    : configured(guarded.safeParse(settings), broker, authOf);
};

const configured = <Settings extends z.infer<typeof open>>(
  { data, error }: z.ZodSafeParseResult<Settings>,
  { access, issues }: ReturnType<typeof readBrokerAccess>,
  auth: (settings: Settings) => AuthConfig | null,
): Result<GatewayConfig, readonly string[]> => {
  const mistakes = [...(error?.issues ?? []), ...issues];
  if (!data || mistakes.length > 0) return refuse(mistakesOf(mistakes));
  return accept({ ...configOf(data, auth(data)), brokerAccess: access });
};

/**
 * @apollo/gateway reports usage to its maker unless this is set. Called right before it is made, so that no caller
 * can forget it.
 */
export const keepTelemetryHome = () => {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
};

const readOptions = (argv: readonly string[]) => {
  try {
    const text = { type: 'string' } as const;
    const options = { supergraph: text, port: text, host: text, 'no-auth': { type: 'boolean' } } as const;
    return accept(parseArgs({ args: [...argv], options, strict: true }).values);
  } catch (error) {
    return refuse([error instanceof Error ? error.message : String(error)]);
  }
};

const authOf = (settings: z.infer<typeof guarded>): AuthConfig => ({
  issuer: settings.OIDC_ISSUER,
  audience: settings.OIDC_AUDIENCE,
  assertionKey: settings.ASSERTION_KEY,
  serviceAccounts: settings.SERVICE_ACCOUNTS,
});

const configOf = (settings: z.infer<typeof open>, auth: AuthConfig | null): Omit<GatewayConfig, 'brokerAccess'> => {
  const production = settings.NODE_ENV === 'production';
  return {
    supergraph: settings.SUPERGRAPH,
    host: settings.GATEWAY_HOST,
    port: settings.GATEWAY_PORT,
    auth,
    corsOrigins: settings.CORS_ORIGINS,
    production,
    introspection: settings.INTROSPECTION ?? !production,
    graphiql: settings.GRAPHIQL ?? !production,
    logLevel: settings.LOG_LEVEL,
    sharing: settings.GATEWAY_SHARING,
    subgraphUrls: settings.SUBGRAPH_URLS,
    limits: limitsOf(settings),
    documents: documentsOf(settings, production),
    operation: operationOf(settings),
    trustedProxies: settings.TRUSTED_PROXIES,
    brokers: settings.KAFKA_BROKERS,
    ...(settings.OTEL_EXPORTER_OTLP_ENDPOINT && { tracesTo: settings.OTEL_EXPORTER_OTLP_ENDPOINT }),
  };
};

const mistakesOf = (issues: z.ZodError['issues']) =>
  issues.map(({ path: [name, ...rest], message }) => {
    const option = Object.entries(OPTIONS).find(([setting]) => setting === name)?.[1];
    const label = [String(name), ...rest.map(String)].join('.');
    return `${label}${option ? ` (--${option})` : ''} ${message}`;
  });
