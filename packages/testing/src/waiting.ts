type Database = { readonly query: (sql: string) => Promise<readonly unknown[]> };

const ASK_AGAIN_MS = 20;

/** Resolves as soon as a transaction of this database waits for another one. */
export const somebodyWaits = async (database: Database): Promise<void> => {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await database.query(waiting)).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
};
