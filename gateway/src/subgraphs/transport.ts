import { type Dispatcher, Pool, errors } from 'undici';

/** Why a subgraph gave no usable answer. `detail` is for the log only. */
export class SubgraphUnavailable extends Error {
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(message: string, detail: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, { cause });
    this.detail = detail;
  }
}

/** It was not even asked, as it failed too often. */
export class CircuitOpen extends SubgraphUnavailable {}

/** It answers, and with more than is taken: that is the question's fault, and no sign of trouble there. */
export class AnswerTooLarge extends SubgraphUnavailable {}

/** Nobody waits for the answer any more: the request was cut. */
export class Abandoned extends Error {
  constructor() {
    super('Nobody waits for the answer any more');
  }
}

export type Reply = { readonly status: number; readonly text: string };
export type SendOptions = { readonly repeatable: boolean; readonly signal?: AbortSignal | undefined };

/**
 * Sends one GraphQL request body and gives the answer's status and text. Throws SubgraphUnavailable, or Abandoned when
 * the signal cut it short.
 */
export type Send = (body: string, headers: Readonly<Record<string, string>>, options: SendOptions) => Promise<Reply>;

export type TransportLimits = { readonly timeoutMs: number; readonly maxBytes: number };

const CONNECTIONS = 64;
const KEEP_ALIVE_MS = 60_000;
const CONNECT_TIMEOUT_MS = 3_000;
export const DEFAULT_LIMITS: TransportLimits = { timeoutMs: 30_000, maxBytes: 16 * 1024 * 1024 };

/** Keep-alive connections to one subgraph. */
export const createTransport = (url: string, { timeoutMs, maxBytes } = DEFAULT_LIMITS) => {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxBytes,
    connect: { timeout: CONNECT_TIMEOUT_MS },
  });
  const post = (body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal | undefined) =>
    exchange(pool, { path, method: 'POST', headers, body }, { timeoutMs, signal });

  const send: Send = async (body, headers, { repeatable, signal }) => {
    try {
      try {
        return await post(body, headers, signal);
      } catch (error) {
        // A kept connection may close just as it is used again: harmless to repeat what changes nothing.
        if (!repeatable || !isClosedUnderUs(error)) throw error;
        return await post(body, headers, signal);
      }
    } catch (error) {
      if (error instanceof Abandoned) throw error;
      const Unavailable = error instanceof errors.ResponseExceededMaxSizeError ? AnswerTooLarge : SubgraphUnavailable;
      throw new Unavailable(error instanceof Error ? error.message : String(error), {}, error);
    }
  };
  return { send, close: () => pool.destroy() };
};

type Bounds = { readonly timeoutMs: number; readonly signal: AbortSignal | undefined };

/** One request by undici's inmost interface: half of what a request costs is in the layers above it. */
const exchange = async (pool: Pool, request: Dispatcher.DispatchOptions, { timeoutMs, signal }: Bounds) => {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  let running: Dispatcher.DispatchController | null = null;
  let cut: Error | null = null;
  const end = (error: Error) => {
    cut = error;
    reject(error);
    running?.abort(error);
  };
  const abandon = () => {
    end(new Abandoned());
  };
  const timer = setTimeout(() => {
    end(new Error(`no answer within ${String(timeoutMs)} ms`));
  }, timeoutMs);
  signal?.addEventListener('abort', abandon, { once: true });
  if (signal?.aborted) abandon();
  const started = (controller: Dispatcher.DispatchController) => {
    running = controller;
    if (cut) controller.abort(cut);
  };
  pool.dispatch(request, collecting(started, resolve, reject));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abandon);
  }
};

const collecting = (
  onRequestStart: (controller: Dispatcher.DispatchController) => void,
  resolve: (reply: Reply) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler => {
  const chunks: Buffer[] = [];
  let status = 0;
  return {
    onRequestStart,
    onResponseStart: (_, code) => {
      status = code;
    },
    onResponseData: (_, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => {
      resolve({ status, text: textOf(chunks) });
    },
    onResponseError: (_, error) => {
      reject(error);
    },
  };
};

const textOf = (chunks: readonly Buffer[]) =>
  chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString('utf8');

const isClosedUnderUs = (error: unknown) =>
  error instanceof errors.SocketError ||
  (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ECONNRESET');
