import { toldError } from '@crm/kernel';
import { type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Logger;

/** Never in a log, wherever it turns up. */
const SECRETS = ['authorization', 'password', 'token', 'secret', 'cookie'];

/** JSON lines on stdout, in the shape that the services' lines have; `level` is pino's. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: { service: 'gateway' },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // pino's own tells all that hangs on an error.
    serializers: { err: (error: unknown) => toldError(error) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  });

/** For Apollo's packages: what they say below a warning is no news to anybody. */
export const onlyWarnings = (log: Log, part: string) =>
  log.child({ part }, log.isLevelEnabled('info') ? { level: 'warn' } : {});
