import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on stdout. */
export const createLog = (level: string): Log =>
  pino({ level, base: { service: 'gateway' }, redact: ['req.headers.authorization', 'headers.authorization'] });
