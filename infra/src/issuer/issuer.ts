import { once } from 'node:events';
import { type Server, createServer } from 'node:http';

import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';

import { HOST } from '../local/ports.ts';
import type { PrivateJwk } from './keys.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { AUDIENCE, SCOPE } from './tokens.ts';

/** A program that works for a tenant on its own account. */
export type ServiceAccount = {
  readonly clientId: string;
  readonly secret: string;
  readonly tenantId: string;
  readonly roles: readonly string[];
};

export type IssuerOptions = {
  readonly port: number;
  readonly key: PrivateJwk;
  readonly serviceAccounts: readonly ServiceAccount[];
};

export type Issuer = { readonly url: string; readonly stop: () => Promise<void> };

/** The resource that tokens are for; the standard wants an address, our audience is a plain word. */
const RESOURCE = 'urn:crm';
const LIFETIME_SECONDS = 3_600;

/**
 * The OIDC issuer of a development machine: discovery, key set, and client credentials for service accounts, with
 * JWT access tokens like those of a company's own issuer. Resolves when it listens.
 */
export const startIssuer = async ({ port, key, serviceAccounts }: IssuerOptions): Promise<Issuer> => {
  const url = `http://${HOST}:${String(port)}`;
  const provider = new Provider(url, configurationOf(key, serviceAccounts));
  const handle = provider.callback();
  const server = createServer((request, response) => void handle(request, response));
  server.listen(port, HOST);
  await once(server, 'listening');
  return { url, stop: () => close(server) };
};

const close = async (server: Server) => {
  server.close();
  server.closeAllConnections();
  if (server.listening) await once(server, 'close');
};

const clientOf = ({ clientId, secret }: ServiceAccount): ClientMetadata => ({
  client_id: clientId,
  client_secret: secret,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  token_endpoint_auth_method: 'client_secret_basic',
  // The only algorithm we have a key for.
  id_token_signed_response_alg: 'ES256',
});

const configurationOf = (key: PrivateJwk, accounts: readonly ServiceAccount[]): Configuration => ({
  adapter: memoryAdapter,
  jwks: { keys: [key] },
  clients: accounts.map(clientOf),
  scopes: [SCOPE],
  clientBasedCORS: () => false,
  ttl: { ClientCredentials: LIFETIME_SECONDS },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      getResourceServerInfo: () => ({
        scope: SCOPE,
        audience: AUDIENCE,
        accessTokenTTL: LIFETIME_SECONDS,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
  extraTokenClaims: (_context, token) => {
    const account = accounts.find(({ clientId }) => clientId === token.clientId);
    return account && { tenant: account.tenantId, roles: account.roles, department_path: [] };
  },
});
