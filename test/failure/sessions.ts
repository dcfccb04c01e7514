import { Client } from 'pg';

/** Ends every session that a service has, the one that holds the lanes included. */
export const endSessionsOf = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
  );
  await client.end();
};
