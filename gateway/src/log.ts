import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on stdout; `level` is pino's. */
export const createLog = (level: string): Log =>
  pino({ level, base: { service: 'gateway' }, redact: ['req.headers.authorization', 'headers.authorization'] });

/** For Apollo's packages: what they say below a warning is no news to anybody. */
export const onlyWarnings = (log: Log, part: string) =>
  log.child({ part }, log.isLevelEnabled('info') ? { level: 'warn' } : {});
