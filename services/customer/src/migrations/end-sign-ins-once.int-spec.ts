import { newId } from '@crm/kernel';
import { migrate } from '@crm/persistence';
import { CreatePlatform1764000000000 } from '@crm/runtime';
import { startDatabase } from '@crm/testing';
import { Client } from 'pg';

import { customerService } from '../service.ts';
import { EndSignInsOnce1764000000012 } from './1764000000012-end-sign-ins-once.ts';

describe('ended sign-ins of before', () => {
  it('stay once for each company and whose they are: the latest', async () => {
    const before = customerService.migrations.filter((each) => each !== EndSignInsOnce1764000000012);
    const earlier = [CreatePlatform1764000000000, ...before];
    const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, earlier) });
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const [one, other, employee] = [newId('Tenant'), newId('Tenant'), newId('Employee')];
    const keep = async (tenant: string, whose: readonly (string | null)[], hour: number) => {
      await owner.query(`select set_config('app.tenant', $1, false)`, [tenant]);
      await owner.query(
        `insert into session_revocation (id, employee_id, subject, token_id, ended_at, forget_at)
         values (gen_random_uuid(), $1, $2, $3, $4, now() + interval '1 day')`,
        [...whose, new Date(Date.UTC(2026, 10, 22, hour))],
      );
    };
    for (const hour of [8, 10, 9]) {
      await keep(one, [null, 'importer', null], hour);
      await keep(one, [employee, 'wang.fang', null], hour);
    }
    await keep(one, [null, null, 'token-1'], 7);
    await keep(other, [null, 'importer', null], 6);

    await migrate(database.ownerUrl, [...earlier, EndSignInsOnce1764000000012]);

    const kept = async (tenant: string) => {
      await owner.query(`select set_config('app.tenant', $1, false)`, [tenant]);
      const { rows } = await owner.query<{ subject: string | null; at: Date }>(
        'select subject, ended_at as at from session_revocation order by ended_at, subject',
      );
      return rows.map(({ subject, at }) => [subject, at.getUTCHours()]);
    };
    expect([await kept(one), await kept(other)]).toEqual([
      [
        [null, 7],
        ['importer', 10],
        ['wang.fang', 10],
      ],
      [['importer', 6]],
    ]);
    await owner.end();
    await database.stop();
  });
});
