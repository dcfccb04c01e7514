import { createHash } from 'node:crypto';

import type { Identity } from '@crm/graphql';
import { gatewayActor, newId } from '@crm/kernel';
import { administrator, aTenant } from '@crm/testing';
import { Client } from 'pg';

import { aCustomerService } from '../../customer-service.builder.ts';

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  apiKey { id name version roles scopes owner { id } revokedAt lastUsedAt } secret
  userErrors { code path message ... on ForbiddenError { permission } } } }`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) {
  apiKey { revokedAt version } userErrors { code ... on ForbiddenError { permission } } } }`;
const HOLDER = `query ($id: ID!, $secretHash: String!) {
  apiKeyHolder(id: $id, secretHash: $secretHash) { actsFor roles scopes expiresAt } }`;
const UPDATE = `mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { userErrors { message } } }`;

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const signedIn = (identity: Identity): Identity => ({ ...identity, scopes: ['crm'] });
const aNewCompany = () => signedIn(administrator(aTenant()));

describe('API keys', () => {
  let scene: Awaited<ReturnType<typeof aCustomerService>>;
  let owner: Client;
  beforeAll(async () => {
    scene = await aCustomerService();
    owner = new Client(scene.service.database.ownerUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await scene.stop();
  });

  const create = async (who: Identity, more: object = {}) => {
    const input = { name: 'Importer', roles: ['ADMIN'], scopes: ['READ'], expiresAt: tomorrow(), ...more };
    const { data } = await scene.service.ask(who, CREATE, { input });
    // As CREATE asks for it.
    return data.createApiKey as { apiKey: { id: string }; secret: string; userErrors: readonly object[] };
  };
  const holder = async (who: Identity, id: string, secret: string) => {
    const secretHash = createHash('sha256').update(secret).digest('base64url');
    const asked = gatewayActor(who.tenant, 'request-1');
    return (await scene.service.ask(asked, HOLDER, { id, secretHash })).data.apiKeyHolder;
  };
  const secretIn = (key: string) => key.slice(-43);
  const rowOf = async (who: Identity, id: string) => {
    await owner.query(`select set_config('app.tenant', $1, false)`, [who.tenant]);
    const { rows } = await owner.query<Record<string, unknown>>('select * from api_key where id = $1', [id]);
    return rows[0] ?? {};
  };
  const anEmployee = async (admin: Identity, roles: readonly string[]) =>
    signedIn(await scene.anEmployeeOf(admin, await scene.aDepartmentOf(admin), roles));

  /** The last one cannot leave. */
  const anotherAdministrator = (admin: Identity, { departmentPath }: Identity) =>
    scene.anEmployeeOf(admin, String(departmentPath[0]), ['ADMIN']);

  it('are the company’s or an employee’s; the secret is told once, and kept by nobody', async () => {
    const admin = aNewCompany();
    const { apiKey, secret, userErrors } = await create(admin);

    expect(userErrors).toEqual([]);
    expect(apiKey).toMatchObject({ name: 'Importer', roles: ['ADMIN'], scopes: ['READ'], owner: null, version: 1 });
    expect(await holder(admin, apiKey.id, secretIn(secret))).toMatchObject({
      actsFor: null,
      roles: ['ADMIN'],
      scopes: ['crm:read'],
    });
    const kept = JSON.stringify([await rowOf(admin, apiKey.id), (await owner.query('select * from outbox')).rows]);
    expect(kept).not.toContain(secretIn(secret));
    expect(await scene.announced(apiKey.id)).toEqual(['customer.api-key-created.v1']);
  });

  it('are for nobody who knows only what is in the database', async () => {
    const admin = aNewCompany();
    const { apiKey } = await create(admin);
    const { secret_hash: stolen } = await rowOf(admin, apiKey.id);
    // A bytea column.
    const hash = stolen as Buffer;

    expect(await holder(admin, apiKey.id, hash.toString('base64url'))).toBeNull();
    expect(await holder(admin, apiKey.id, hash.toString('hex'))).toBeNull();
  });

  it('speak for nobody once they are withdrawn, or over, or their owner has left', async () => {
    const admin = aNewCompany();
    const rep = await anEmployee(admin, ['SALES_REP', 'ADMIN']);
    await anotherAdministrator(admin, rep);
    const [withdrawn, over, left] = [await create(admin), await create(admin), await create(rep)];
    const isGood = async (who: Identity, { apiKey, secret }: Awaited<ReturnType<typeof create>>) =>
      (await holder(who, apiKey.id, secretIn(secret))) !== null;
    expect([await isGood(admin, withdrawn), await isGood(admin, over), await isGood(admin, left)]).toEqual([
      true,
      true,
      true,
    ]);

    const input = { id: withdrawn.apiKey.id, expectedVersion: 1 };
    const first = await scene.service.ask(admin, REVOKE, { input });
    await rowOf(admin, over.apiKey.id);
    await owner.query(`update api_key set expires_at = now() where id = $1`, [over.apiKey.id]);
    await scene.service.ask(admin, UPDATE, { input: { id: rep.employee, expectedVersion: 1, isActive: false } });

    expect(first.data.revokeApiKey).toMatchObject({ apiKey: { version: 2 }, userErrors: [] });
    expect([await isGood(admin, withdrawn), await isGood(admin, over), await isGood(admin, left)]).toEqual([
      false,
      false,
      false,
    ]);
    const again = await scene.service.ask(admin, REVOKE, { input: { ...input, expectedVersion: 2 } });
    expect(again.data.revokeApiKey).toMatchObject({ apiKey: { version: 2 }, userErrors: [] });
    expect(await scene.announced(withdrawn.apiKey.id)).toEqual([
      'customer.api-key-created.v1',
      'customer.api-key-revoked.v1',
    ]);
  });

  it('can do what both they and their owner can, as roles change', async () => {
    const admin = aNewCompany();
    const manager = await anEmployee(admin, ['ADMIN', 'ANALYST']);
    await anotherAdministrator(admin, manager);
    const { apiKey, secret } = await create(manager, { roles: ['ADMIN', 'ANALYST'] });
    const input = { id: manager.employee, expectedVersion: 1, roles: ['ANALYST', 'LEGAL'] };
    await scene.service.ask(admin, UPDATE, { input });

    expect(await holder(admin, apiKey.id, secretIn(secret))).toMatchObject({
      actsFor: manager.employee,
      roles: ['ANALYST'],
    });
  });

  it('are told when they were used last, without a new version', async () => {
    const admin = aNewCompany();
    const { apiKey, secret } = await create(admin);
    await holder(admin, apiKey.id, secretIn(secret));
    const { last_used_at: usedAt, version } = await rowOf(admin, apiKey.id);

    expect([usedAt instanceof Date, version]).toEqual([true, 1]);
    await holder(admin, apiKey.id, secretIn(secret));
    expect((await rowOf(admin, apiKey.id)).last_used_at).toEqual(usedAt);
  });

  it('are made once when it is said twice, and told once', async () => {
    const admin = aNewCompany();
    const more = { idempotencyKey: 'once', expiresAt: tomorrow() };
    const [first, second] = [await create(admin, more), await create(admin, more)];

    expect(second.apiKey.id).toBe(first.apiKey.id);
    expect([typeof first.secret, second.secret]).toEqual(['string', null]);
    const third = await create(admin, { ...more, name: 'Another' });
    expect(third).toMatchObject({ apiKey: null, secret: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  it('are made by those alone who may, and never for more than they may themselves', async () => {
    const admin = aNewCompany();
    const rep = await anEmployee(admin, ['SALES_REP']);
    const forbidden = (permission: string) => ({ secret: null, userErrors: [{ code: 'FORBIDDEN', permission }] });

    expect(await create(rep, { roles: ['SALES_REP'] })).toMatchObject(forbidden('ApiKey.create'));
    expect(await create({ ...admin, scopes: ['crm:keys', 'crm:read'] }, { scopes: ['WRITE'] })).toMatchObject(
      forbidden('crm:write'),
    );
    expect(await create(admin, { ownerId: rep.employee, roles: ['ADMIN'] })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'roles'] }],
    });
    expect(await create(admin, { roles: ['WIZARD'] })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', message: expect.stringContaining('WIZARD') as unknown }],
    });
    expect(await create(admin, { ownerId: newId('Employee') })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await create(admin, { ownerId: newId('Customer') })).toMatchObject({ userErrors: [{ code: 'INVALID_ID' }] });
  });

  it('make keys for their owner with no more roles than they have themselves', async () => {
    const admin = aNewCompany();
    const manager = await anEmployee(admin, ['ADMIN', 'ANALYST']);
    const key: Identity = { ...manager, roles: ['ADMIN'], apiKey: newId('ApiKey'), scopes: ['crm:keys', 'crm:read'] };

    expect(await create(key, { roles: ['ADMIN', 'ANALYST'] })).toMatchObject({
      secret: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'roles'] }],
    });
    expect(await create(key, { roles: ['ADMIN'] })).toMatchObject({ userErrors: [] });
    expect(await create(manager, { roles: ['ANALYST'] })).toMatchObject({ userErrors: [] });
  });

  it('are listed for those who may see them, and speak for nobody to anybody but the gateway', async () => {
    const admin = aNewCompany();
    const { apiKey, secret } = await create(admin);
    const rep = await anEmployee(admin, ['SALES_REP']);
    const list = '{ apiKeys(first: 5) { nodes { id name } totalCount { value } } }';
    const secretHash = createHash('sha256').update(secretIn(secret)).digest('base64url');

    const [seen, unseen, other, holders] = await Promise.all([
      scene.service.ask(admin, list),
      scene.service.ask(rep, list),
      scene.service.ask(aNewCompany(), list),
      scene.service.ask(admin, HOLDER, { id: apiKey.id, secretHash }),
    ]);
    expect(seen.data.apiKeys).toEqual({ nodes: [{ id: apiKey.id, name: 'Importer' }], totalCount: { value: 1 } });
    expect([unseen.data.apiKeys.nodes, other.data.apiKeys.nodes, holders.data.apiKeyHolder]).toEqual([[], [], null]);
    expect(await holder(aNewCompany(), apiKey.id, secretIn(secret))).toBeNull();
  });
});
