/** What messaging says, in pino's shape: fields first, then the sentence. */
export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (fields: object, text: string) => void>>;

const silence = () => undefined;

export const noLog: Log = { debug: silence, info: silence, warn: silence, error: silence };
