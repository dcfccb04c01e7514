import { Pool, errors } from 'undici';

/** Why a subgraph gave no usable answer. `detail` is for the log only. */
export class SubgraphUnavailable extends Error {
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(message: string, detail: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, { cause });
    this.detail = detail;
  }
}

/** Sends one GraphQL request body and gives the answer's status and text. */
export type Send = (
  body: string,
  headers: Readonly<Record<string, string>>,
  options: { readonly repeatable: boolean },
) => Promise<{ readonly status: number; readonly text: string }>;

export type TransportLimits = { readonly timeoutMs: number; readonly maxBytes: number };

const CONNECTIONS = 64;
const KEEP_ALIVE_MS = 60_000;
const CONNECT_TIMEOUT_MS = 3_000;
export const DEFAULT_LIMITS: TransportLimits = { timeoutMs: 30_000, maxBytes: 16 * 1024 * 1024 };

/** Keep-alive connections to one subgraph. */
export const createTransport = (url: string, { timeoutMs, maxBytes } = DEFAULT_LIMITS) => {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxBytes,
    connect: { timeout: CONNECT_TIMEOUT_MS },
  });
  const post = async (body: string, headers: Readonly<Record<string, string>>) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await pool.request({ path: pathname + search, method: 'POST', headers, body, signal });
    return { status: answer.statusCode, text: await answer.body.text() };
  };

  const send: Send = async (body, headers, { repeatable }) => {
    try {
      try {
        return await post(body, headers);
      } catch (error) {
        // A kept connection may close just as it is used again: harmless to repeat what changes nothing.
        if (!repeatable || !isClosedUnderUs(error)) throw error;
        return await post(body, headers);
      }
    } catch (error) {
      throw new SubgraphUnavailable(error instanceof Error ? error.message : String(error), {}, error);
    }
  };
  return { send, close: () => pool.destroy() };
};

const isClosedUnderUs = (error: unknown) =>
  error instanceof errors.SocketError ||
  (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ECONNRESET');
