import { newId } from '@crm/kernel';
import { exportJWK, generateKeyPair } from 'jose';

import { type Person, askWith, tokenOf } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';

const QUERY = '{ customers { totalCount { value } } }';
const person: Person = { tenant: newId('Tenant'), subject: 'somebody', roles: ['ADMIN'] };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('signing in', () => {
  it('lets in who has a token of the issuer', async () => {
    expect(await askWith(bearer(await tokenOf(person)), QUERY)).toMatchObject({
      status: 200,
      data: { customers: { totalCount: { value: 0 } } },
    });
  });

  it('refuses who has none', async () => {
    expect(await askWith({}, QUERY)).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it.each([
    { title: 'an expired one', options: () => ({ expiresIn: '-5m' }) },
    { title: 'one for somebody else', options: () => ({ audience: 'another-product' }) },
    { title: 'one of another issuer', options: () => ({ issuer: 'http://127.0.0.1:9/' }) },
    {
      title: 'a forged one',
      options: async () => ({
        key: await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey),
      }),
    },
  ])('refuses $title', async ({ options }) => {
    const answer = await askWith(bearer(await tokenOf(person, await options())), QUERY);
    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(answer.data).toBeUndefined();
  });

  it('is the gateway’s business alone: no subgraph answers a client, with or without a token', async () => {
    const token = await tokenOf(person);
    for (const { url } of Object.values(suiteUnderTest().services)) {
      for (const headers of [{}, bearer(token), { 'x-crm-assertion': token }]) {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: '{ __typename }' }),
        });
        expect(response.status).toBe(401);
        expect((await fetch(new URL('/anything', url))).status).toBe(401);
      }
    }
  });
});
