import { z } from 'zod';

type Limit = {
  /** The environment variable that changes it. */
  readonly variable: string;
  readonly standard: number;
  /** What is counted, and in what. */
  readonly says: string;
  /** A limit that cannot be switched off, only moved up to here. */
  readonly most?: number;
};

const MIB = 1024 * 1024;

/** Every limit of the door. README.md repeats the table; a spec compares the two. */
export const LIMITS = {
  bodyBytes: { variable: 'LIMIT_BODY_BYTES', standard: MIB, most: 64 * MIB, says: 'bytes of a request body' },
  tokens: { variable: 'LIMIT_TOKENS', standard: 2_000, most: 20_000, says: 'tokens of a document' },
  depth: { variable: 'LIMIT_DEPTH', standard: 15, says: 'fields inside each other' },
  aliases: { variable: 'LIMIT_ALIASES', standard: 15, says: 'aliases of a document, those of `__typename` too' },
  rootFields: { variable: 'LIMIT_ROOT_FIELDS', standard: 20, says: 'fields an operation begins with' },
  directives: { variable: 'LIMIT_DIRECTIVES', standard: 20, says: 'directives of a document' },
  conditions: {
    variable: 'LIMIT_CONDITIONS',
    standard: 6,
    says: 'variables that `@skip` and `@include` of a document ask for',
  },
  repeats: { variable: 'LIMIT_REPEATS', standard: 10, says: 'times one place asks for the same name' },
  fields: {
    variable: 'LIMIT_FIELDS',
    standard: 5_000,
    most: 100_000,
    says: 'fields of a document once its fragments are spread',
  },
  variablesDepth: {
    variable: 'LIMIT_VARIABLES_DEPTH',
    standard: 32,
    most: 500,
    says: 'objects and lists inside each other in the variables',
  },
  cost: { variable: 'LIMIT_COST', standard: 10_000, says: 'estimated cost of an operation' },
  identityPerSecond: {
    variable: 'RATE_IDENTITY_PER_SECOND',
    standard: 2_000,
    says: 'cost per second that one identity may spend in the long run',
  },
  identityBurst: {
    variable: 'RATE_IDENTITY_BURST',
    standard: 100_000,
    says: 'cost that one identity may spend at once',
  },
  addressPerSecond: {
    variable: 'RATE_ADDRESS_PER_SECOND',
    standard: 20_000,
    says: 'cost per second that one address may spend in the long run, signed in or not',
  },
  addressBurst: {
    variable: 'RATE_ADDRESS_BURST',
    standard: 1_000_000,
    says: 'cost that one address may spend at once',
  },
  identityRequests: {
    variable: 'LIMIT_IDENTITY_REQUESTS',
    standard: 100,
    says: 'requests of one identity being answered at once',
  },
  requests: { variable: 'LIMIT_REQUESTS', standard: 2_000, says: 'requests being answered at once' },
  requestMs: { variable: 'LIMIT_REQUEST_MS', standard: 30_000, says: 'milliseconds until an answer is given up' },
  responseBytes: { variable: 'LIMIT_RESPONSE_BYTES', standard: 16 * MIB, says: 'bytes of an answer' },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;
/** Infinity where a limit is switched off. */
export type LimitSettings = Readonly<Record<LimitName, number>>;

// The literal's own keys.
const names = Object.keys(LIMITS) as LimitName[];

/** What holds when nobody says otherwise. */
export const STANDARD_LIMITS: LimitSettings = settingsOf((name) => LIMITS[name].standard);

const variable = ({ standard, most }: Limit) => {
  const range =
    most === undefined ? 'a whole number of at least 1, or off' : `a whole number from 1 to ${String(most)}`;
  return z
    .string()
    .default(String(standard))
    .transform((text) => (text === 'off' && most === undefined ? Infinity : Number(text)))
    .refine((value) => value === Infinity || (Number.isSafeInteger(value) && value >= 1 && value <= (most ?? value)), {
      message: `must be ${range}`,
    });
};

/** The variables of all limits, for the one reader of the environment. */
export const limitVariables: Readonly<Record<string, z.ZodType<number>>> = Object.fromEntries(
  names.map((name) => [LIMITS[name].variable, variable(LIMITS[name])]),
);

/** Picks the limits out of what the environment's reader has parsed. */
export const limitsOf = (parsed: Readonly<Record<string, unknown>>): LimitSettings =>
  settingsOf((name) => {
    const value = parsed[LIMITS[name].variable];
    return typeof value === 'number' ? value : LIMITS[name].standard;
  });

function settingsOf(valueOf: (name: LimitName) => number): LimitSettings {
  // One entry for each name.
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as LimitSettings;
}
