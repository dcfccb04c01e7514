import { readFile } from 'node:fs/promises';

import { type Identity, type RequestBody, assertionKey, signAssertion } from '@crm/graphql/assertion';

import type { RequestContext } from '../request-context.ts';

/**
 * Gives the assertion for one request to one subgraph: `body` is exactly what will be sent, byte for byte. Null when
 * the gateway asserts nothing.
 */
export type Assert = (context: RequestContext, subgraph: string, body: RequestBody) => string | null;

/**
 * Signs each subgraph request anew: an assertion is bound to what it is sent with, so none is good for a second one.
 */
export const createAssert = async (keyFile: string): Promise<Assert> => {
  const key = await readKey(keyFile);
  return ({ identity }, subgraph, body) => identity && signAssertion(key, identity, subgraph, body);
};

const readKey = async (keyFile: string) => {
  try {
    // Whatever was read: what is no key with a kid is refused there.
    return assertionKey(JSON.parse(await readFile(keyFile, 'utf8')) as { kid?: string });
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
