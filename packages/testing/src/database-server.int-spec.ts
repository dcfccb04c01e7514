import { Client } from 'pg';

import { startDatabaseServer } from './database-server.ts';
import { startDatabase } from './database.ts';

const migrate = async (ownerUrl: string) => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('create table note (body text not null)');
  await owner.end();
};

describe('a database server for one spec', () => {
  it('is crashed, every session with it, and is back at the same address with all that was committed', async () => {
    const server = await startDatabaseServer();
    try {
      const { ownerUrl } = await startDatabase({ migrate, server: server.url });
      const owner = new Client({ connectionString: ownerUrl });
      const lost = new Promise<Error>((resolve) => owner.once('error', resolve));
      await owner.connect();
      await owner.query(`insert into note values ('kept')`);
      await owner.query(`begin; insert into note values ('not committed')`);

      await server.crash();
      await expect(lost).resolves.toBeInstanceOf(Error);
      const early = new Client({ connectionString: ownerUrl });
      await expect(early.connect()).rejects.toThrow('ECONNREFUSED');

      await server.restart();
      const later = new Client({ connectionString: ownerUrl });
      await later.connect();
      await expect(later.query('select body from note')).resolves.toMatchObject({ rows: [{ body: 'kept' }] });
      await later.end();
    } finally {
      await server.stop();
    }
  });
});
