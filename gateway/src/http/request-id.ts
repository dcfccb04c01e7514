import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Short and plain enough to be safe in logs, headers and events. */
const REQUEST_ID = /^[\w.-]{8,64}$/;
/** https://www.w3.org/TR/trace-context/#traceparent-header-field-values */
const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** The id that follows one request everywhere: the client's, when it is a decent one, else a new one. */
export const requestIdOf = (headers: IncomingHttpHeaders) => {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
};

/** The client's headers that subgraphs may see. Nothing else goes in, least of all the access token. */
export const forwardedOf = (headers: IncomingHttpHeaders): Readonly<Record<string, string>> => {
  const { traceparent, 'accept-language': language } = headers;
  return {
    ...(typeof traceparent === 'string' && TRACEPARENT.test(traceparent) && { traceparent }),
    ...(language !== undefined && { 'accept-language': language.slice(0, 200) }),
  };
};
