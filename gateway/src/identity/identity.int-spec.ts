import { writeFile } from 'node:fs/promises';

import { customerService } from '../fixtures/crm.builder.ts';
import { type Answer, aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { newKey, salesRep, startIssuer, TENANT } from '../fixtures/issuer.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const set = async () => {
  const folder = await aFolder();
  const { jwksFile, supergraph, assertionKey } = folder;
  const issuer = await startIssuer();
  const customer = await startSubgraph({ ...customerService, jwksFile });
  await writeFile(supergraph, composed([customer]));
  const auth = { issuer: issuer.issuer, audience: 'crm', assertionKey };
  const gateway = await aGateway({ supergraph, auth });
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), issuer.stop(), folder.forget()]);
  };
  return { issuer, customer, gateway, stop };
};

let scene: Awaited<ReturnType<typeof set>>;
beforeAll(async () => {
  scene = await set();
});
afterAll(() => scene.stop());

const reasonIn = ({ status, errors }: Answer) => ({
  status,
  code: errors?.[0]?.extensions?.code,
  reason: errors?.[0]?.extensions?.reason,
});
const refused = (reason: string) => ({ status: 401, code: 'UNAUTHENTICATED', reason });

describe('who comes in', () => {
  it('lets in whoever presents a token of the issuer, and tells the service who it is', async () => {
    const { issuer, gateway, customer } = scene;
    const answer = await gateway.ask('{ whoAmI }', { token: await issuer.token() });
    expect(answer).toMatchObject({ status: 200, data: { whoAmI: 'wang.fang' } });
    expect(customer.seen.at(-1)?.actor).toMatchObject({
      tenant: TENANT,
      subject: 'wang.fang',
      employee: salesRep.employee_id,
      departmentPath: salesRep.department_path,
      roles: ['SALES_REP'],
      scopes: ['openid', 'crm'],
      customer: null,
      requestId: answer.headers.get('x-request-id'),
    });
  });

  it('refuses a request without a token', async () => {
    const answer = await scene.gateway.ask('{ whoAmI }');
    expect(reasonIn(answer)).toEqual(refused('MISSING'));
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('refuses a token that has expired', async () => {
    const token = await scene.issuer.token(salesRep, { expiresAt: Math.floor(Date.now() / 1000) - 60 });
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('EXPIRED'));
  });

  it('refuses a token that somebody else signed under the name of our key', async () => {
    const token = await scene.issuer.token(salesRep, { key: await newKey('first') });
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('INVALID'));
  });

  it('refuses a token whose content was changed after signing', async () => {
    const [header, , signature] = (await scene.issuer.token()).split('.');
    const payload = Buffer.from(JSON.stringify({ ...salesRep, sub: 'admin', exp: 9_999_999_999 })).toString(
      'base64url',
    );
    const token = [header, payload, signature].join('.');
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('INVALID'));
  });

  it('refuses a token without a signature', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ ...salesRep, exp: 9_999_999_999 })}.x`;
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('INVALID'));
  });

  it('refuses a token made for another audience', async () => {
    const token = await scene.issuer.token(salesRep, { audience: 'warehouse' });
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('WRONG_AUDIENCE'));
  });

  it('refuses a token that names another issuer', async () => {
    const token = await scene.issuer.token(salesRep, { issuer: 'https://elsewhere.example' });
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('WRONG_ISSUER'));
  });

  it('refuses a logout token in place of an access token', async () => {
    const token = await scene.issuer.token(salesRep, { typ: 'logout+jwt' });
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('INVALID'));
  });

  it('refuses a token that names no tenant', async () => {
    const token = await scene.issuer.token({ sub: 'wang.fang' });
    expect(reasonIn(await scene.gateway.ask('{ whoAmI }', { token }))).toEqual(refused('NO_TENANT'));
  });

  it('refuses what is no bearer token at all', async () => {
    const answer = await scene.gateway.ask('{ whoAmI }', { headers: { authorization: 'Basic d2FuZzpmYW5n' } });
    expect(reasonIn(answer)).toEqual(refused('MALFORMED'));
  });

  it('says that sign-in cannot be checked while the issuer is away', async () => {
    const folder = await aFolder();
    const { issuer, customer } = scene;
    await writeFile(folder.supergraph, composed([customer]));
    const gone = await startIssuer();
    await gone.stop();
    const auth = { issuer: gone.issuer, audience: 'crm', assertionKey: folder.assertionKey };
    const gateway = await aGateway({ supergraph: folder.supergraph, auth });
    const answer = await gateway.ask('{ whoAmI }', { token: await issuer.token() });
    await gateway.stop();
    await folder.forget();
    expect(reasonIn(answer)).toEqual({ status: 503, code: 'SERVICE_UNAVAILABLE', reason: 'ISSUER_UNREACHABLE' });
  });

  it('is ready once every service has taken its assertion', async () => {
    expect((await fetch(`${scene.gateway.url}/readyz`)).status).toBe(200);
  });
});
