import type { IncomingHttpHeaders } from 'node:http';

/** What a page of any origin may send without the browser asking first. https://fetch.spec.whatwg.org/#simple-header */
const SIMPLE_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const ASKED_FIRST = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;

export const CSRF_MESSAGE =
  'This request could have been sent by a foreign page. Send a content-type of application/json, or the header apollo-require-preflight.';

/** True when a foreign page could have sent the request with nobody noticing. */
export const isForgeable = (headers: IncomingHttpHeaders): boolean => {
  if (ASKED_FIRST.some((name) => headers[name] !== undefined && headers[name] !== '')) return false;
  const type = headers['content-type'];
  if (type === undefined) return true;
  return SIMPLE_TYPES.has(type.split(';', 1)[0]?.trim().toLowerCase() ?? '');
};
