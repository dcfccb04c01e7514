import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRemoteJWKSet, jwtVerify } from 'jose';

import { firstPeople } from '../demo/people.ts';
import { freePort } from '../local/ports.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { type PrivateJwk, privateKey } from './keys.ts';
import { mintToken } from './tokens.ts';

const TENANT = '0191c000-0000-7f03-8000-000000000001';
const account = { clientId: 'importer', secret: 'a secret', tenantId: TENANT, roles: ['ADMIN'] };

describe('the issuer of a development machine', () => {
  let folder: string;
  let key: PrivateJwk;
  let issuer: Issuer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crm-issuer-'));
    key = await privateKey(join(folder, 'key.json'), 'ES256');
    issuer = await startIssuer({ port: await freePort(), key, serviceAccounts: [account] });
  });
  afterAll(async () => {
    await issuer.stop();
    await rm(folder, { recursive: true });
  });

  const discover = async () => {
    const answer = await fetch(`${issuer.url}/.well-known/openid-configuration`);
    return (await answer.json()) as { issuer: string; jwks_uri: string; token_endpoint: string };
  };
  const verify = async (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL((await discover()).jwks_uri)), {
      issuer: issuer.url,
      audience: 'crm',
      typ: 'at+jwt',
    });

  it('names itself as it is addressed', async () => {
    await expect(discover()).resolves.toMatchObject({ issuer: issuer.url });
  });

  it('gives a service account a token for its tenant', async () => {
    const { token_endpoint } = await discover();
    const answer = await fetch(token_endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('importer:a+secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'crm' }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };

    const { payload } = await verify(access_token);
    expect(payload).toMatchObject({ tenant: TENANT, roles: ['ADMIN'], scope: 'crm', client_id: 'importer' });
  });

  it('refuses a wrong secret', async () => {
    const { token_endpoint } = await discover();
    const answer = await fetch(token_endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('importer:guess')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });

    expect(answer.status).toBe(401);
  });

  it('stands behind the sample tokens', async () => {
    const rep = firstPeople().find(({ role }) => role === 'SALES_REP');
    const token = rep && (await mintToken({ issuer: issuer.url, key }, rep, TENANT));

    const { payload } = await verify(token ?? '');
    expect(payload).toMatchObject({ sub: 'sales-rep@huaxia', tenant: TENANT, roles: ['SALES_REP'] });
  });

  it('keeps its key where only its owner reads it, and keeps it', async () => {
    expect((await stat(join(folder, 'key.json'))).mode & 0o777).toBe(0o600);
    await expect(privateKey(join(folder, 'key.json'), 'ES256')).resolves.toEqual(key);
  });
});
