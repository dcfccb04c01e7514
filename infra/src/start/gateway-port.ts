import { isFree, nextFreePort } from '../local/ports.ts';
import { Trouble } from '../local/trouble.ts';

const USUAL = 4_000;

/** The gateway's port: the one asked for or none, else the usual one, else the next free one. */
export const gatewayPort = async (wanted: number | null): Promise<number> => {
  if (wanted === null) return nextFreePort(USUAL);
  if (await isFree(wanted)) return wanted;
  throw new Trouble(`Port ${String(wanted)} is taken: stop what uses it, or give another by --port.`);
};

export const isUsual = (port: number): boolean => port === USUAL;
