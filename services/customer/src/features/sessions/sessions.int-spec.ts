import type { Identity } from '@crm/graphql';
import { gatewayActor } from '@crm/kernel';
import { aTenant, administrator, somebody } from '@crm/testing';
import { Client } from 'pg';

import { aCustomerService } from '../../customer-service.builder.ts';

const REVOKE = `mutation ($input: RevokeSessionsInput!) { revokeSessions(input: $input) {
  endedAt userErrors { code path ... on ForbiddenError { permission } } } }`;
const UPDATE = `mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { userErrors { message } } }`;

describe('ending sign-ins', () => {
  let scene: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    scene = await aCustomerService();
  });
  afterAll(() => scene.stop());

  const revoke = async (who: Identity, input: object) =>
    (await scene.service.ask(who, REVOKE, { input })).data.revokeSessions;
  const revoked = async (of: Identity, asked: Identity = gatewayActor(of.tenant, 'request-1')) => {
    const query = '{ sessionRevocations { sessionsOf subject tokenId endedAt } }';
    const { data } = await scene.service.ask(asked, query);
    // As the query asks for it.
    return data.sessionRevocations as readonly { sessionsOf: string | null; endedAt: string }[];
  };
  const inDatabase = async ({ tenant }: Identity, sql: string) => {
    const owner = new Client(scene.service.database.ownerUrl);
    await owner.connect();
    try {
      await owner.query(`select set_config('app.tenant', $1, false)`, [tenant]);
      return await owner.query(sql);
    } finally {
      await owner.end();
    }
  };
  const aRep = async (admin: Identity) => scene.anEmployeeOf(admin, await scene.aDepartmentOf(admin), ['SALES_REP']);

  it('is asked for by administrators, for anybody of the company', async () => {
    const admin = administrator(aTenant());
    const rep = await aRep(admin);
    const answers = [
      await revoke(admin, { employeeId: rep.employee }),
      await revoke(admin, { subject: 'importer' }),
      await revoke(admin, { tokenId: 'token-1' }),
    ];

    expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    expect(await revoked(admin)).toEqual([
      {
        sessionsOf: rep.employee,
        subject: expect.any(String) as unknown,
        tokenId: null,
        endedAt: answers[0].endedAt,
      },
      { sessionsOf: null, subject: 'importer', tokenId: null, endedAt: answers[1].endedAt },
      { sessionsOf: null, subject: null, tokenId: 'token-1', endedAt: answers[2].endedAt },
    ]);
    expect(Date.parse(String(answers[0].endedAt))).toBeGreaterThan(Date.now() - 5_000);
  });

  it('is everybody’s own right, and nobody else’s business', async () => {
    const admin = administrator(aTenant());
    const [rep, other] = [await aRep(admin), somebody(admin.tenant, ['SALES_REP'])];
    const forbidden = { endedAt: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Employee.update' }] };

    expect(await revoke(rep, { employeeId: rep.employee })).toMatchObject({ userErrors: [] });
    expect(await revoke(other, { subject: other.subject })).toMatchObject({ userErrors: [] });
    expect(await revoke(other, { employeeId: rep.employee })).toMatchObject(forbidden);
    expect(await revoke(other, { subject: rep.subject })).toMatchObject(forbidden);
    expect(await revoke(other, { tokenId: 'token-1' })).toMatchObject(forbidden);
    expect(await revoke(administrator(aTenant()), { employeeId: rep.employee })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await revoked(admin)).toHaveLength(2);
  });

  it('happens when an employee is deactivated, in the same transaction', async () => {
    const admin = administrator(aTenant());
    const rep = await aRep(admin);
    const rename = { id: rep.employee, expectedVersion: 1, name: 'Renamed' };
    await scene.service.ask(admin, UPDATE, { input: rename });
    expect(await revoked(admin)).toEqual([]);

    await scene.service.ask(admin, UPDATE, { input: { id: rep.employee, expectedVersion: 2, isActive: false } });
    expect(await revoked(admin)).toMatchObject([{ sessionsOf: rep.employee }]);
  });

  it('is the gateway’s to know, of one company at a time, until every such token has expired by itself', async () => {
    const admin = administrator(aTenant());
    await revoke(admin, { subject: 'importer' });
    expect(await revoked(admin, admin)).toEqual([]);
    expect(await revoked(administrator(aTenant()))).toEqual([]);

    const { rowCount } = await inDatabase(admin, `update session_revocation set forget_at = now()`);
    expect(rowCount).toBe(1);
    expect(await revoked(admin)).toEqual([]);
    await revoke(admin, { subject: 'another' });
    const { rows } = await inDatabase(admin, 'select subject from session_revocation');
    expect(rows).toEqual([{ subject: 'another' }]);
  });

  it('is kept once for each whose sign-ins end, with the latest end, however often and at once it is said', async () => {
    const admin = administrator(aTenant());
    const rep = await aRep(admin);
    const own = { subject: rep.subject };
    await Promise.all([revoke(rep, own), revoke(rep, own), revoke(rep, own)]);
    const first = await inDatabase(
      admin,
      `update session_revocation set ended_at = now() - interval '1 hour' returning id`,
    );
    const last = await revoke(rep, own);
    await revoke(rep, { employeeId: rep.employee });
    await revoke(rep, { employeeId: rep.employee });

    expect(first.rowCount).toBe(1);
    const { rows } = await inDatabase(admin, 'select id, subject, ended_at from session_revocation order by id');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ ...first.rows[0], subject: rep.subject, ended_at: new Date(String(last.endedAt)) });
  });

  it('is announced when it ends more than was ended, as the next version of the same', async () => {
    const admin = administrator(aTenant());
    await revoke(admin, { subject: 'importer' });
    const { rows } = await inDatabase(
      admin,
      `update session_revocation set ended_at = ended_at + interval '1 hour' returning id`,
    );
    await revoke(admin, { subject: 'importer' });
    await inDatabase(admin, `update session_revocation set ended_at = now() - interval '1 hour'`);
    await revoke(admin, { subject: 'importer' });

    const [kept] = rows as readonly { readonly id: string }[];
    const told = await inDatabase(
      admin,
      `select aggregate_version as version from outbox where aggregate_id = '${String(kept?.id)}' order by id`,
    );
    expect(told.rows).toEqual([{ version: 1 }, { version: 2 }]);
  });
});
