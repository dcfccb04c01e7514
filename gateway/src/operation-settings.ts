import { z } from 'zod';

type Setting = {
  /** The environment variable that changes it. */
  readonly variable: string;
  readonly standard: number;
  readonly least: number;
  readonly most: number;
  readonly says: string;
};

const MIB = 1024 * 1024;
const HOUR_MS = 3_600_000;

/** How the gateway keeps serving while what is around it changes or fails. README.md repeats the table. */
export const OPERATION = {
  watchMs: {
    variable: 'SUPERGRAPH_WATCH_MS',
    ...{ standard: 500, least: 10, most: HOUR_MS },
    says: 'milliseconds between two looks at the supergraph file',
  },
  canaryDocuments: {
    variable: 'CANARY_DOCUMENTS',
    ...{ standard: 200, least: 0, most: 1_000 },
    says: 'most used documents that a new supergraph must still answer; 0: none',
  },
  subgraphMs: {
    variable: 'SUBGRAPH_TIMEOUT_MS',
    ...{ standard: 10_000, least: 10, most: HOUR_MS },
    says: 'milliseconds until a subgraph is given up for one request; less than LIMIT_REQUEST_MS, for partial data',
  },
  subgraphBytes: {
    variable: 'SUBGRAPH_RESPONSE_BYTES',
    ...{ standard: 8 * MIB, least: 1_024, most: 64 * MIB },
    says: 'bytes of one answer of a subgraph',
  },
  circuitFailures: {
    variable: 'CIRCUIT_FAILURES',
    ...{ standard: 10, least: 1, most: 1_000_000 },
    says: 'failures within the window, being half of its requests or more, that open the circuit of a subgraph',
  },
  circuitWindowMs: {
    variable: 'CIRCUIT_WINDOW_MS',
    ...{ standard: 10_000, least: 10, most: HOUR_MS },
    says: 'milliseconds within which failures are counted together',
  },
  circuitOpenMs: {
    variable: 'CIRCUIT_OPEN_MS',
    ...{ standard: 5_000, least: 10, most: HOUR_MS },
    says: 'milliseconds that an open circuit asks nothing, before one request tries again',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type OperationName = keyof typeof OPERATION;
export type OperationSettings = Readonly<Record<OperationName, number>>;

// The literal's own keys.
const names = Object.keys(OPERATION) as OperationName[];

/** What holds when nobody says otherwise. */
export const STANDARD_OPERATION: OperationSettings = settingsOf((name) => OPERATION[name].standard);

const variable = ({ standard, least, most }: Setting) =>
  z
    .string()
    .default(String(standard))
    .transform(Number)
    .refine((value) => Number.isSafeInteger(value) && value >= least && value <= most, {
      message: `must be a whole number from ${String(least)} to ${String(most)}`,
    });

/** The variables of all of them, for the one reader of the environment. */
export const operationVariables: Readonly<Record<string, z.ZodType<number>>> = Object.fromEntries(
  names.map((name) => [OPERATION[name].variable, variable(OPERATION[name])]),
);

/** Picks them out of what the environment's reader has parsed. */
export const operationOf = (parsed: Readonly<Record<string, unknown>>): OperationSettings =>
  settingsOf((name) => {
    const value = parsed[OPERATION[name].variable];
    return typeof value === 'number' ? value : OPERATION[name].standard;
  });

function settingsOf(valueOf: (name: OperationName) => number): OperationSettings {
  // One entry for each name.
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as OperationSettings;
}
