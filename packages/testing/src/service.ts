import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { BaseContext } from '@apollo/server';
import { ASSERTION_HEADER, type Identity, signAssertion } from '@crm/graphql';
import { migrate } from '@crm/persistence';
import { type ServiceConfig, type ServiceDefinition, migrationsOf, startService } from '@crm/runtime';

import { testConfig } from './config.ts';
import { type TestDatabase, startDatabase } from './database.ts';

export type Answer = {
  // What comes back is whatever was asked for: a spec says what it expects of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
};

export type TestService = {
  readonly url: string;
  readonly operationsUrl: string;
  readonly database: TestDatabase;
  /** Asks as the gateway would on behalf of somebody. */
  readonly ask: (
    identity: Identity,
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

/** A whole service in this process, with a database of its own, asked over HTTP as in production. */
export const aService = async <Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  { brokers = [], brokerAccess = {} }: Partial<Pick<ServiceConfig, 'brokers' | 'brokerAccess'>> = {},
): Promise<TestService> => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, migrationsOf(definition)) });
  const keys = await gatewayKeys();
  const service = await startService(
    definition,
    {
      host: '127.0.0.1',
      port: 0,
      operationsPort: 0,
      databaseUrl: database.appUrl,
      databaseOwnerUrl: null,
      poolSize: 4,
      brokers,
      brokerAccess,
      assertionKeys: keys.jwksFile,
      logLevel: testConfig().logLevel,
      introspection: true,
    },
    () => undefined,
  );

  return {
    url: service.url,
    operationsUrl: service.operationsUrl,
    database,
    ask: asking(service.url, definition.name, keys),
    stop: async () => {
      await service.stop();
      await database.stop();
      await rm(path.dirname(keys.jwksFile), { recursive: true, force: true });
    },
  };
};

const asking =
  (url: string, audience: string, keys: Parameters<typeof signAssertion>[0]): TestService['ask'] =>
  async (identity, query, variables = {}, headers = {}) => {
    const body = JSON.stringify({ query, variables });
    const assertion = signAssertion(keys, identity, audience, body);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion, ...headers },
      body,
    });
    // The body of a GraphQL answer.
    return (await response.json()) as Answer;
  };

/** A key pair such as the gateway's, the public half in a file. */
export const gatewayKeys = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-keys-'));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const kid = 'test';
  const jwksFile = path.join(folder, 'jwks.json');
  await writeFile(jwksFile, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'EdDSA' }] }));
  return { key: privateKey, kid, jwksFile };
};
