import { readFile } from 'node:fs/promises';

import { type Identity, assertionKey, signAssertion } from '@crm/graphql/assertion';

import type { RequestContext } from '../request-context.ts';

/** Half an assertion's life: what is handed out is always good for a whole subgraph request. */
const REUSE_MS = 30_000;

/** Gives the assertion for one subgraph on behalf of one request; null when the gateway asserts nothing. */
export type Assert = (context: RequestContext, subgraph: string) => Promise<string> | null;

/**
 * Signs each (request, subgraph) once: an assertion names the request it belongs to, so it is never shared between
 * two, and forgotten with the request.
 */
export const createAssert = async (keyFile: string): Promise<Assert> => {
  const key = await readKey(keyFile);
  const signed = new WeakMap<RequestContext, Map<string, { readonly at: number; readonly value: Promise<string> }>>();

  return (context, subgraph) => {
    if (!context.identity) return null;
    const ofRequest = signed.get(context) ?? new Map<string, { at: number; value: Promise<string> }>();
    signed.set(context, ofRequest);
    const earlier = ofRequest.get(subgraph);
    if (earlier && Date.now() - earlier.at < REUSE_MS) return earlier.value;
    const value = signAssertion(key, context.identity, subgraph);
    ofRequest.set(subgraph, { at: Date.now(), value });
    return value;
  };
};

const readKey = async (keyFile: string) => {
  try {
    // importJWK rejects what is no key; only kid is looked at here.
    const key = await assertionKey(JSON.parse(await readFile(keyFile, 'utf8')) as { kid?: string });
    if (!key.kid) throw new Error('it has no kid');
    return key;
  } catch (cause) {
    throw new Error(`ASSERTION_KEY: ${keyFile} holds no private Ed25519 JWK: ${String(cause)}`, { cause });
  }
};

/** The gateway itself, asking whether a subgraph is there. It belongs to no tenant, so it would see no row. */
export const healthIdentity = (requestId: string): Identity => ({
  // The nil UUID fits the type and matches no tenant.
  tenant: '00000000-0000-0000-0000-000000000000' as Identity['tenant'],
  subject: 'gateway',
  employee: null,
  departmentPath: [],
  roles: [],
  scopes: [],
  customer: null,
  partner: null,
  requestId,
  traceparent: null,
});
