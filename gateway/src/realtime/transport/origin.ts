import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser's page may open a socket here: pages of this very address, and of the listed origins. A browser
 * asks nobody before it opens one, so the server has to look; programs send no origin.
 */
export const mayConnect = ({ headers }: Pick<IncomingMessage, 'headers'>, allowed: readonly string[]): boolean => {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const from = URL.parse(origin);
  if (!from) return false;
  return from.host === host || allowed.some((each) => new URL(each).origin === from.origin);
};
