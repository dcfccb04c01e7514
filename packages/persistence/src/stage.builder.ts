import { type Contract, contract, fact } from '@crm/contracts';
import { type Actor, idOf, newId, refuse, systemActor } from '@crm/kernel';
import { startDatabase } from '@crm/testing';
import { Client } from 'pg';
import { EntitySchema, type QueryRunner } from 'typeorm';
import { z } from 'zod';

import { openDatabase, sqlOf } from './data-source.ts';
import { createIdempotencySql } from './idempotency.ts';
import { migrate } from './migrations.ts';
import { createNumbersSql } from './numbers.ts';
import { createOutboxSql } from './outbox.ts';
import { readOn } from './read.ts';
import { createSearchSql } from './search.ts';
import type { Sql } from './sql.ts';
import { isolateTenants, tenantColumn } from './tenant-isolation.ts';
import { transactOn } from './unit-of-work.ts';

/** A table with a column of every kind that lists know, most of which may be empty. */
const createThingSql = `
  create table thing (
    id uuid primary key,
    ${tenantColumn},
    parent uuid,
    name text not null,
    grade text,
    rank integer,
    amount numeric(20, 4),
    due date,
    is_open boolean,
    changed_at timestamptz,
    version integer not null default 1
  );
  create unique index thing_name on thing (tenant_id, name);
  ${isolateTenants('thing')}
`;

/** What a service would have that kept things. */
export class CreateThings1764000000001 {
  readonly name = 'CreateThings1764000000001';
  up = async (db: Pick<QueryRunner, 'query'>) => {
    await db.query(
      [createOutboxSql, createIdempotencySql, createNumbersSql, createSearchSql, createThingSql].join('\n'),
    );
  };
  down = () => Promise.reject(new Error('Migrations go forward only.'));
}

type Thing = { id: string; parent: string | null; name: string; grade: string | null; rank: number | null };

export const ThingEntity = new EntitySchema<
  Thing & { amount: string | null; due: string | null; isOpen: boolean | null; changedAt: Date | null; version: number }
>({
  name: 'thing',
  columns: {
    id: { type: 'uuid', primary: true },
    parent: { type: 'uuid', nullable: true },
    name: { type: 'text' },
    grade: { type: 'text', nullable: true },
    rank: { type: 'integer', nullable: true },
    amount: { type: 'numeric', nullable: true },
    due: { type: 'date', nullable: true },
    isOpen: { name: 'is_open', type: 'boolean', nullable: true },
    changedAt: { name: 'changed_at', type: 'timestamptz', nullable: true },
    version: { type: 'integer' },
  },
});

export const thingNamed = contract({
  type: 'test.thing-named.v1',
  topic: 'crm.test.thing.fact.v1',
  aggregate: 'thing',
  description: 'A thing got its name.',
  owner: 'test',
  pii: 'none',
  data: z.object({ name: z.string() }),
  example: { name: 'x' },
}) satisfies Contract;

/** Says that a thing got its name. */
export const named = (at: Parameters<typeof fact>[1], name: string) =>
  fact(thingNamed, at, new Date('2026-11-22T09:30:00Z'), { name });

export const aThing = () => newId('Customer');

/** Somebody of a company that no other spec knows. */
export const anActor = (more: Partial<Actor> = {}): Actor => ({
  ...systemActor(idOf<'Tenant'>(newId('Tenant')), 'request-1'),
  ...more,
});

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** A database with things, used as the app role through this package's own functions. */
export const startStage = async (poolSize = 8) => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, [CreateThings1764000000001]) });
  const dataSource = await openDatabase({
    url: database.appUrl,
    entities: [ThingEntity],
    applicationName: 'persistence spec',
    poolSize,
  });
  const transact = transactOn(dataSource);
  const clients: Client[] = [];
  return {
    ...database,
    dataSource,
    transact,
    read: readOn(dataSource),
    /** In one tenant's transaction, of which nothing is kept. */
    sketch: async <Value>(actor: Actor, draw: (sql: Sql) => Promise<Value>): Promise<Value> => {
      const decision = await transact(actor, async ({ db }) => refuse({ drawn: await draw(sqlOf(db)) }));
      if (decision.ok) throw new Error('a refusal rolls back; nothing else was decided');
      return decision.refusal.drawn;
    },
    /** A connection of the spec's own, as the app role or as the owner; closed with the stage. */
    connect: async (as: 'app' | 'owner' = 'app') => {
      const client = new Client({ connectionString: as === 'app' ? database.appUrl : database.ownerUrl });
      await client.connect();
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((each) => each.end()));
      await dataSource.destroy();
      await database.stop();
    },
  };
};
