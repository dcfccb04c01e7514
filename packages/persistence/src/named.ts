import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

type Named = QueryConfig & { readonly name: string };

/**
 * A statement that every command sends, on the transaction's own connection. With a name it is planned once for each
 * connection; planned anew for each transaction, as TypeORM would have it, it costs up to four times as much. A name
 * stands for one text for ever. Throws outside a transaction.
 */
export const queryNamed = async <Row extends QueryResultRow>(db: EntityManager, statement: Named): Promise<Row[]> => {
  if (!db.queryRunner?.isTransactionActive) throw new TypeError('This is done in a transaction');
  // TypeORM hands out the driver's connection without a type; the driver is pg.
  const connection = (await db.queryRunner.connect()) as Pick<PoolClient, 'query'>;
  return (await connection.query<Row>(statement)).rows;
};
