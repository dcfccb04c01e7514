import { Client } from 'pg';

/** Opening and closing a transaction are no statements that grow with what is asked. */
const AROUND = /^\s*(begin|commit|rollback|start transaction)\b/i;

/**
 * The statements that this process sends to Postgres while something is asked: what specs pin, so that a list does not
 * quietly cost a query for each of its rows. Asks one at a time.
 */
export const statementsDuring = async (ask: () => Promise<unknown>): Promise<readonly string[]> => {
  const seen: string[] = [];
  // As node-postgres declares it, in one of many ways.
  const original = Reflect.get(Client.prototype, 'query') as (...given: unknown[]) => unknown;
  Reflect.set(Client.prototype, 'query', function listening(this: Client, ...given: readonly unknown[]) {
    const [statement] = given;
    if (typeof statement === 'string' && !AROUND.test(statement)) seen.push(statement);
    return original.apply(this, [...given]);
  });
  try {
    await ask();
    return seen;
  } finally {
    Reflect.set(Client.prototype, 'query', original);
  }
};
