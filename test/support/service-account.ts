import { AUDIENCE, type PrivateJwk, freePort, startIssuer } from '@crm/infra';
import { newId } from '@crm/kernel';

import { suiteUnderTest } from './config.ts';

/** A program that the issuer of the suite knows, of a company of its own. */
export const SERVICE_ACCOUNT = {
  clientId: 'importer',
  secret: 'the secret of the importer',
  tenantId: newId('Tenant', Date.UTC(2026, 0, 1), Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])),
  roles: ['ADMIN'],
} as const;

/** The issuer of the suite, which knows that program. */
export const suiteIssuer = async (key: PrivateJwk) =>
  startIssuer({ port: await freePort(), key, serviceAccounts: [SERVICE_ACCOUNT] });

/** An access token for it, by its client credentials. */
export const serviceAccountToken = async (secret: string = SERVICE_ACCOUNT.secret) => {
  const discovered = await fetch(`${suiteUnderTest().issuer}/.well-known/openid-configuration`);
  // As OpenID Connect Discovery says.
  const { token_endpoint: endpoint } = (await discovered.json()) as { token_endpoint: string };
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${SERVICE_ACCOUNT.clientId}:${encodeURIComponent(secret)}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: AUDIENCE }),
  });
  // As RFC 6749 says; without a token when it was refused.
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  return { status: answer.status, token: token ?? null };
};
