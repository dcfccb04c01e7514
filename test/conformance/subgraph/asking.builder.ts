import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { ASSERTION_HEADER, assertionVerifier, signAssertion, startSubgraphServer } from '@crm/graphql';
import { aTenant, administrator, gatewayKeys } from '@crm/testing';
import { parse } from 'graphql';

type Answer = {
  // What comes back is whatever was asked for: a spec says what it expects of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
  readonly extensions?: { readonly ftv1?: string };
};

/** A subgraph as our services start it, and a gateway's way of asking it. */
export const startFixture = async (sdl: string, resolvers: object) => {
  const keys = await gatewayKeys();
  const server = await startSubgraphServer({
    typeDefs: parse(sdl),
    resolvers,
    host: '127.0.0.1',
    port: 0,
    introspection: true,
    verify: assertionVerifier({ jwksFile: keys.jwksFile, audience: 'products' }),
    contextOf: () => ({}),
    logError: () => undefined,
  });
  const who = administrator(aTenant());
  const ask = async (query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}) => {
    const body = JSON.stringify({ query, variables });
    const assertion = signAssertion(keys, who, 'products', body);
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion, ...headers },
      body,
    });
    // A GraphQL answer.
    return (await response.json()) as Answer;
  };
  return {
    ask,
    /** The fields of one entity, found by its reference. */
    entity: async (reference: Readonly<Record<string, unknown>>, fields: string) => {
      const query = `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on ${String(reference.__typename)} { ${fields} } } }`;
      const answer = await ask(query, { representations: [reference] });
      // As it was asked for.
      const { _entities: found } = answer.data as { readonly _entities: readonly unknown[] };
      return { found: found[0], errors: answer.errors };
    },
    stop: async () => {
      await server.stop();
      await rm(dirname(keys.jwksFile), { recursive: true, force: true });
    },
  };
};
