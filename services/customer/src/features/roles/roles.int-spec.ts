import { type Caller, DEFAULT_ROLES, accessFor, buildDirectory } from '@crm/access';
import { type Actor, clockAt, newId } from '@crm/kernel';
import { migrate, openDatabase, readOn, transactOn } from '@crm/persistence';
import { CreatePlatform1764000000000 } from '@crm/runtime';
import { startDatabase } from '@crm/testing';

import { CreateCompany1764000000001 } from '../../migrations/1764000000001-create-company.ts';
import { RoleEntity } from './role.entity.ts';
import { rolesFeature } from './roles.feature.ts';

/** Somebody of a company: an administrator of a new one, unless said otherwise. */
const aCaller = (more: Partial<Actor> = {}): Caller => {
  const actor: Actor = {
    tenant: newId('Tenant'),
    subject: 'somebody',
    employee: null,
    departmentPath: [],
    roles: ['ADMIN'],
    scopes: [],
    customer: null,
    partner: null,
    requestId: 'request-1',
    causedBy: null,
    traceparent: null,
    ...more,
  };
  return { actor, access: accessFor(actor, buildDirectory({ departments: [], employees: [], roles: [] })) };
};

const startRoles = async () => {
  const database = await startDatabase({
    migrate: (ownerUrl) => migrate(ownerUrl, [CreatePlatform1764000000000, CreateCompany1764000000001]),
  });
  const dataSource = await openDatabase({ url: database.appUrl, entities: [RoleEntity], applicationName: 'roles' });
  const read = readOn(dataSource);
  return {
    roles: rolesFeature({ transact: transactOn(dataSource), read, clock: clockAt('2026-11-22T09:00:00Z') }),
    /** All that was announced in a company, in order. */
    announced: ({ actor }: Caller) =>
      read(actor, (sql) =>
        sql.query<{ type: string; version: number; payload: string }>(
          `select type, aggregate_version as version, payload from outbox order by id`,
        ),
      ),
    stop: async () => {
      await dataSource.destroy();
      await database.stop();
    },
  };
};

const clerk = {
  key: 'CLERK',
  expectedVersion: 0,
  name: 'Clerk',
  permissions: [{ permission: 'Customer.read', scope: 'OWN' }],
  fieldRules: [{ field: 'Customer.registrationNo', rule: 'MASKED' }],
};

describe('roles', () => {
  let company: Awaited<ReturnType<typeof startRoles>>;
  beforeAll(async () => {
    company = await startRoles();
  });
  afterAll(() => company.stop());

  const roleOf = (caller: Caller, key: string) => company.roles.perRequest(caller).byKey.load(key);

  it('are the default ones until the company has its own', async () => {
    const roles = await company.roles.list(aCaller());

    expect(roles.map(({ key }) => key)).toEqual(DEFAULT_ROLES.map(({ key }) => key).toSorted());
    expect(roles.every(({ isDefault, version }) => isDefault && version === 0)).toBe(true);
  });

  it('can be added, and are announced in the same transaction', async () => {
    const admin = aCaller();

    expect(await company.roles.saveRole(admin, clerk)).toEqual({ ok: true, value: 'CLERK' });

    expect(await roleOf(admin, 'CLERK')).toEqual({
      key: 'CLERK',
      name: 'Clerk',
      permissions: { 'Customer.read': 'OWN' },
      fields: { 'Customer.registrationNo': 'MASKED' },
      isDefault: false,
      version: 1,
    });
    const [fact, state] = await company.announced(admin);
    expect(fact).toMatchObject({ type: 'customer.role-saved.v1', version: 1 });
    expect(JSON.parse(state?.payload ?? '')).toMatchObject({ key: 'CLERK', permissions: { 'Customer.read': 'OWN' } });
  });

  it('replace a default one of the same key, and go on from there by version', async () => {
    const admin = aCaller();
    const rep = { ...clerk, key: 'SALES_REP', name: 'Seller' };
    await company.roles.saveRole(admin, rep);
    await company.roles.saveRole(admin, { ...rep, expectedVersion: 1, permissions: [] });

    expect(await roleOf(admin, 'SALES_REP')).toMatchObject({ name: 'Seller', permissions: {}, version: 2 });
    expect(await company.roles.list(admin)).toHaveLength(DEFAULT_ROLES.length);
  });

  it('are quiet when nothing differs: no event, and no gap in the versions', async () => {
    const admin = aCaller();
    await company.roles.saveRole(admin, clerk);

    expect(await company.roles.saveRole(admin, { ...clerk, expectedVersion: 1 })).toEqual({ ok: true, value: 'CLERK' });
    await company.roles.saveRole(admin, { ...clerk, expectedVersion: 1, name: 'Scribe' });
    expect((await company.announced(admin)).map(({ version }) => version)).toEqual([1, 1, 2, 2]);
  });

  it('are not overwritten from an older version', async () => {
    const admin = aCaller();
    await company.roles.saveRole(admin, clerk);

    expect(await company.roles.saveRole(admin, { ...clerk, name: 'Scribe' })).toEqual({
      ok: false,
      refusal: { kind: 'conflict', currentVersion: 1 },
    });
  });

  it('are brought about once when two do it at once', async () => {
    const admin = aCaller();

    const saves = await Promise.all(
      ['Clerk', 'Scribe'].map((name) => company.roles.saveRole(admin, { ...clerk, name })),
    );

    expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await company.announced(admin)).toHaveLength(2);
  });

  it('are changed and seen by those alone whose role allows it', async () => {
    const admin = aCaller();
    const rep = aCaller({ tenant: admin.actor.tenant, roles: ['SALES_REP'] });

    expect(await company.roles.saveRole(rep, clerk)).toEqual({
      ok: false,
      refusal: { kind: 'forbidden', permission: 'Role.update' },
    });
    expect(await company.roles.list(rep)).toEqual([]);
    expect(await company.announced(admin)).toEqual([]);
  });

  it('are nothing to another company', async () => {
    await company.roles.saveRole(aCaller(), clerk);
    const stranger = aCaller();

    expect(await roleOf(stranger, 'CLERK')).toBeNull();
    expect(await company.roles.saveRole(stranger, clerk)).toMatchObject({ ok: true });
  });
});
