import { toldError } from '@crm/kernel';
import { type Logger, pino } from 'pino';

/** Never in a log, wherever it turns up. */
const SECRETS = ['authorization', 'password', 'token', 'secret', 'cookie', 'connectionString'];

/** JSON lines on standard output, each with the service's name. */
export const logOf = (service: string, level: string): Logger =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // pino's own tells all that hangs on an error: the values that a statement was given among it.
    serializers: { err: (error: unknown) => toldError(error) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  });

export type { Logger } from 'pino';
