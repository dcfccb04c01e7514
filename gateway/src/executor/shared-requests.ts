import type { RequestContext } from '../request-context.ts';
import type { Answered } from './answered.ts';
import { whoAsks } from './sharing-key.ts';
import { createSingleFlight } from './single-flight.ts';

/** A client's request, as far as its answer can depend on it. */
export type SharedRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly operation: { readonly query: string };
  readonly reportsCost: boolean;
  readonly context: RequestContext;
};
type Work = (signal: AbortSignal) => Promise<Answered>;

/** Headers of a client that its answer can depend on, beside those that are passed on to the services. */
const TELLING = ['accept', 'content-type', 'authorization', 'x-api-key', 'apollo-require-preflight'] as const;
/** Said anywhere in a document, it is not shared: looking closer would cost more than it saves. */
const CHANGING = /\b(?:mutation|subscription)\b/;

/**
 * Answers equal requests of one asker, when they come while the first is being answered, with what that one gets. A change
 * that ends lets nobody join what began before it.
 */
export const createSharedRequests = () => {
  const flights = createSingleFlight<Answered>();
  return async (request: SharedRequest, signal: AbortSignal, work: Work): Promise<Answered> => {
    const { method, headers, operation, reportsCost, context } = request;
    if (CHANGING.test(operation.query)) return await work(signal).finally(flights.forget);
    const told = TELLING.map((name) => headers[name]);
    const key = `${whoAsks(context)} ${JSON.stringify([method, told, reportsCost, operation])}`;
    return await flights.join(key, signal, work);
  };
};

export type ShareRequests = ReturnType<typeof createSharedRequests>;
