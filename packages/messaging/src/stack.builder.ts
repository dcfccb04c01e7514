import { randomUUID } from 'node:crypto';

import { type AggregateAt, contract, fact } from '@crm/contracts';
import { accept, idOf, newId, systemActor } from '@crm/kernel';
import { createOutboxSql, migrate, openDatabase, transactOn } from '@crm/persistence';
import { startBroker, startDatabase } from '@crm/testing';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';

import { kafkaEventBus } from './kafka/kafka-event-bus.ts';
import { createMessagingSql } from './messaging.sql.ts';

/** What the specs' handlers write: one row per effect, and the latest version of each thing. */
const createLedgerSql = `
  create table ledger (
    id bigint generated always as identity, tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    thing uuid not null, version integer not null, note text not null);
  create table thing_view (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    thing uuid primary key, version integer not null, note text not null);`;

class CreateAll1 implements MigrationInterface {
  readonly name = 'CreateAll1763700000000';
  async up(runner: QueryRunner) {
    await runner.query(createOutboxSql + createMessagingSql + createLedgerSql);
  }
  down() {
    return Promise.reject(new Error('There is no way back'));
  }
}

/** A database of the spec's own with everything messaging keeps, seen as its app role sees it. */
export const aDatabase = async () => {
  const database = await startDatabase({ migrate: (ownerUrl) => migrate(ownerUrl, [CreateAll1]) });
  const dataSource = await openDatabase({ url: database.appUrl, entities: [], applicationName: 'spec', poolSize: 24 });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  return {
    appUrl: database.appUrl,
    dataSource,
    /** Sees all tenants' outbox, inbox and parked events. */
    asOwner: async <Row extends object>(sql: string, values: unknown[] = []) =>
      (await owner.query<Row>(sql, values)).rows,
    stop: async () => {
      await owner.end();
      await dataSource.destroy();
      await database.stop();
    },
  };
};

export type TestDatabase = Awaited<ReturnType<typeof aDatabase>>;

export const aBus = async (clientId = 'spec') => {
  const broker = await startBroker();
  const bus = kafkaEventBus({ brokers: broker.brokers, clientId });
  return {
    ...bus,
    brokers: broker.brokers,
    close: async () => {
      await bus.close();
      await broker.stop();
    },
  };
};

/** A contract on a topic that no other spec uses. */
export const aContract = (name = 'changed') =>
  contract({
    type: `spec.thing-${name}.v1`,
    topic: `crm.spec-${randomUUID()}.thing.fact.v1`,
    aggregate: 'thing',
    description: 'A thing has changed.',
    owner: 'messaging',
    pii: 'none',
    data: z.object({ note: z.string() }),
    example: { note: 'blue' },
  });

export type ThingChanged = ReturnType<typeof aContract>;

export const aTenant = () => idOf<'Tenant'>(randomUUID());

export const aThing = () => newId('Lead');

/** Changes things as a command does: claim, write, announce. */
export const changing =
  (database: TestDatabase, promise: ThingChanged, onCommit: () => void = () => undefined) =>
  async (tenant: ReturnType<typeof aTenant>, thing: string, note = 'blue'): Promise<AggregateAt> => {
    const outcome = await transactOn(database.dataSource, onCommit)<AggregateAt, never>(
      systemActor(tenant, 'request-1'),
      async ({ claim, announce }) => {
        const at = await claim('thing', thing);
        announce(fact(promise, at, new Date(), { note }));
        return accept(at);
      },
    );
    if (!outcome.ok) throw new TypeError('Nothing refuses this');
    return outcome.value;
  };

/** Waits until something holds; the deadline says what did not. */
export const eventually = async (what: string, holds: () => Promise<boolean> | boolean, ms = 20_000) => {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${String(ms)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
