import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';

import { Trouble, messageOf } from '../local/trouble.ts';

export type StartOptions = {
  /** The gateway's port; null: 4000 or the next free one. */
  readonly port: number | null;
  /** Folder of everything that survives. */
  readonly data: string;
  readonly demo: boolean;
  readonly quiet: boolean;
  /** Start again what changed. */
  readonly watch: boolean;
};

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string', default: '.data' },
  demo: { type: 'boolean', default: true },
  quiet: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const;

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(`--port ${text} is no port: give a number from 1 to 65535.`);
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowNegative: true, strict: true }).values;
  } catch (cause) {
    throw new Trouble(`${messageOf(cause)}. Options: --port N, --data FOLDER, --no-demo, --quiet.`);
  }
};

/** A folder given on the command line is meant as seen from `folder`. */
export const absolute = (path: string, folder: string): string => (isAbsolute(path) ? path : join(folder, path));

/** Reads the options of `npm start`. Refuses (Trouble) what it does not know. */
export const readOptions = (args: readonly string[], folder: string): StartOptions => {
  const { port, data, demo, quiet, watch } = parse(args);
  return { port: port === undefined ? null : portOf(port), data: absolute(data, folder), demo, quiet, watch };
};
