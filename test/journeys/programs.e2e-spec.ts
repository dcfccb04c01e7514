import { setTimeout as pause } from 'node:timers/promises';

import { newId } from '@crm/kernel';
import { Client as Database } from 'pg';

import { type Client, aCompany, askWith, signedIn } from '../support/client.ts';
import { CREATE_CUSTOMER, aSalesCompany } from '../support/company.ts';
import { suiteUnderTest } from '../support/config.ts';
import { SERVICE_ACCOUNT, serviceAccountToken } from '../support/service-account.ts';

const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  apiKey { id version } secret userErrors { code message } } }`;
const REVOKE_KEY = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { userErrors { code } } }`;
const REVOKE_SESSIONS = `mutation ($input: RevokeSessionsInput!) { revokeSessions(input: $input) { userErrors { code } } }`;
const UPDATE = `mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { userErrors { code } } }`;
const EMPLOYEE = `mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { employee { id } } }`;
const WHO = '{ me { id name } customers { nodes { name } } }';
const PROMISED_MS = 30_000;

type Made = { readonly id: string; readonly secret: string };

const aKey = async (who: Client, more: object = {}): Promise<Made> => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const input = { name: 'Program', roles: ['ADMIN'], scopes: ['READ', 'WRITE'], expiresAt, ...more };
  const { data } = await who.ask(CREATE_KEY, { input });
  expect(data.createApiKey.userErrors).toEqual([]);
  return { id: String(data.createApiKey.apiKey.id), secret: String(data.createApiKey.secret) };
};
const withKey = (key: string, query: string, variables: object = {}) => askWith({ 'x-api-key': key }, query, variables);
const customer = { input: { kind: 'ORGANIZATION', name: 'Acme' } };

/** Whether it is refused within what is promised; asks twice a second. */
const refusedInTime = async (ask: () => Promise<{ readonly status: number }>) => {
  const until = Date.now() + PROMISED_MS;
  while (Date.now() < until) {
    if ((await ask()).status === 401) return true;
    await pause(500);
  }
  return false;
};

describe('a program with an API key', () => {
  let setup: Client;
  beforeAll(async () => {
    setup = await aCompany();
  });

  it('works for the company, by either header', async () => {
    const { secret } = await aKey(setup);
    const made = await withKey(secret, CREATE_CUSTOMER, customer);
    expect(made.data.createCustomer).toMatchObject({ customer: { name: 'Acme' }, userErrors: [] });
    const seen = await askWith({ authorization: `Bearer ${secret}` }, WHO);
    expect(seen.data).toEqual({ me: null, customers: { nodes: [{ name: 'Acme' }] } });
  });

  it('does no more than its scopes say', async () => {
    const { secret } = await aKey(setup, { scopes: ['READ'] });
    const [read, changed] = [await withKey(secret, WHO), await withKey(secret, CREATE_CUSTOMER, customer)];
    expect([read.status, changed.status, changed.errors?.[0]?.extensions.code]).toEqual([200, 403, 'FORBIDDEN']);

    const writer = await aKey(setup, { scopes: ['WRITE'] });
    const input = { name: 'More', roles: ['ADMIN'], scopes: ['WRITE'], expiresAt: '2030-01-01T00:00:00Z' };
    const more = await withKey(writer.secret, CREATE_KEY, { input });
    expect([more.data, more.errors?.[0]?.path, more.errors?.[0]?.extensions.code]).toEqual([
      null,
      ['createApiKey'],
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });

  it('does no more than its owner may, in the owner’s name', async () => {
    const { setup: admin, departments, eastRep } = await aSalesCompany();
    const departmentId = departments.east;
    const boss = { subject: `boss@${admin.person.tenant}`, name: 'boss', departmentId, roles: ['ADMIN', 'SALES_REP'] };
    const { data } = await admin.ask(EMPLOYEE, { input: boss });
    const ownerId = String(data.createEmployee.employee.id);
    await eastRep.ask(CREATE_CUSTOMER, { input: { ...customer.input, name: 'of a rep' } });

    const asRep = await aKey(admin, { ownerId, roles: ['SALES_REP'] });
    expect((await withKey(asRep.secret, WHO)).data).toEqual({
      me: { id: ownerId, name: 'boss' },
      // A rep sees his own; his other role would see all.
      customers: { nodes: [] },
    });
    const asAdmin = await aKey(admin, { ownerId, roles: ['ADMIN'] });
    expect((await withKey(asAdmin.secret, WHO)).data.customers.nodes).toEqual([{ name: 'of a rep' }]);
  });

  it('is nobody who has read the database', async () => {
    const { id, secret } = await aKey(setup);
    const database = new Database(suiteUnderTest().services.customer?.database);
    await database.connect();
    await database.query(`select set_config('app.tenant', $1, false)`, [setup.person.tenant]);
    const { rows } = await database.query<{ secret_hash: Buffer }>('select secret_hash from api_key where id = $1', [
      id,
    ]);
    await database.end();
    const stolen = rows[0]?.secret_hash.toString('base64url') ?? '';

    const key = secret.slice(0, -stolen.length) + stolen;
    expect(key).toHaveLength(secret.length);
    const answer = await withKey(key, WHO);
    expect([answer.status, answer.errors?.[0]?.extensions]).toEqual([
      401,
      { code: 'UNAUTHENTICATED', reason: 'UNKNOWN_KEY' },
    ]);
    expect((await withKey(secret, WHO)).status).toBe(200);
  });

  it('is refused when it brings a key and a token', async () => {
    const { secret } = await aKey(setup);
    expect((await setup.ask(WHO, {}, { 'x-api-key': secret })).status).toBe(401);
  });
});

describe('a program with client credentials', () => {
  it('works for its company', async () => {
    const { token } = await serviceAccountToken();
    const made = await askWith({ authorization: `Bearer ${String(token)}` }, CREATE_CUSTOMER, customer);
    expect(made.data.createCustomer.userErrors).toEqual([]);
    const admin = await signedIn({ tenant: SERVICE_ACCOUNT.tenantId, subject: 'admin', roles: ['ADMIN'] });
    expect((await admin.ask(WHO)).data.customers.nodes).toContainEqual({ name: 'Acme' });
  });

  it('gets no token with a wrong secret', async () => {
    expect(await serviceAccountToken('a guess')).toMatchObject({ status: 401, token: null });
  });
});

describe('what was withdrawn', () => {
  it('is refused within 30 seconds: a key, the sign-in of a program, that of an employee who left', async () => {
    const { setup: admin, eastRep } = await aSalesCompany();
    const program = await signedIn({
      tenant: admin.person.tenant,
      subject: `program-${newId('Event')}`,
      roles: ['ADMIN'],
    });
    const { id, secret } = await aKey(admin);
    const asks = [() => withKey(secret, WHO), () => program.ask(WHO), () => eastRep.ask(WHO)];
    expect((await Promise.all(asks.map((ask) => ask()))).map(({ status }) => status)).toEqual([200, 200, 200]);

    const done = await Promise.all([
      admin.ask(REVOKE_KEY, { input: { id, expectedVersion: 1 } }),
      admin.ask(REVOKE_SESSIONS, { input: { subject: program.person.subject } }),
      admin.ask(UPDATE, { input: { id: eastRep.person.employeeId, expectedVersion: 1, isActive: false } }),
    ]);
    expect(done.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
    expect(await Promise.all(asks.map(refusedInTime))).toEqual([true, true, true]);
    expect((await admin.ask(WHO)).status).toBe(200);
  }, 60_000);
});
