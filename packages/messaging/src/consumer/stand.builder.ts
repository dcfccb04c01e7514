import { randomUUID } from 'node:crypto';

import type { Delivered } from '@crm/contracts';
import { accept } from '@crm/kernel';

import type { KafkaRecord } from '../event-bus.ts';
import { startRelay } from '../relay/relay.ts';
import { aBus, aDatabase, type ThingChanged } from '../stack.builder.ts';
import type { Subscription } from '../subscription.ts';
import { startConsumers } from './consumers.ts';

/** A database, a broker, and the relay and consumers that a spec starts on them. */
export const aStand = async () => {
  const [database, bus] = await Promise.all([aDatabase(), aBus()]);
  const running: { stop: () => Promise<void> }[] = [];
  const fatal: Error[] = [];
  const onFatal = (cause: Error) => fatal.push(cause);
  return {
    database,
    bus,
    ...lookingAt(database),
    consumersOf: async (group: string, subscriptions: readonly Subscription[]) => {
      const { dataSource } = database;
      const patience = { handlerTimeoutMs: 500, replayGiveUpMs: 8_000 };
      const consumers = await startConsumers({ bus, group, subscriptions, dataSource, onFatal, ...patience });
      running.push(consumers);
      return consumers;
    },
    aRelay: async () => {
      const relay = await startRelay({ databaseUrl: database.appUrl, bus, service: 'spec', onFatal });
      running.unshift(relay);
      return relay;
    },
    stop: async () => {
      await Promise.all(running.map((each) => each.stop()));
      await bus.close();
      await database.stop();
      expect(fatal).toEqual([]);
    },
  };
};

export type Stand = Awaited<ReturnType<typeof aStand>>;

const lookingAt = (database: Awaited<ReturnType<typeof aDatabase>>) => {
  const ledger = (thing?: string) =>
    database.asOwner<{ version: number; note: string; tenant_id: string }>(
      `select version, note, tenant_id from ledger where $1::uuid is null or thing = $1 order by id`,
      [thing ?? null],
    );
  return { ledger, versions: async (thing: string) => (await ledger(thing)).map(({ version }) => version) };
};

export const aGroup = () => `spec-${randomUUID()}`;

type Handle = (fact: Delivered<ThingChanged>) => Promise<void> | void;

/** Writes a row of the ledger per event; `first` may fail before that. */
export const ledgerOf = (promise: ThingChanged, first: Handle = () => undefined): Subscription<ThingChanged> => ({
  to: promise,
  kind: 'effect',
  handle: async (fact, { transact, actor }) => {
    await first(fact);
    await transact(actor, async ({ db }) => {
      await db.query('insert into ledger (thing, version, note) values ($1, $2, $3)', [
        fact.aggregate.id,
        fact.aggregate.version,
        fact.data?.note,
      ]);
      return accept(null);
    });
  },
});

/** Keeps the latest version of each thing. */
export const viewOf = (promise: ThingChanged, first: Handle = () => undefined): Subscription<ThingChanged> => ({
  to: promise,
  kind: 'projection',
  handle: async (fact, { db }) => {
    await first(fact);
    await db.query(
      `insert into thing_view as t (thing, version, note) values ($1, $2, $3)
       on conflict (thing) do update set version = excluded.version, note = excluded.note
        where t.version < excluded.version`,
      [fact.aggregate.id, fact.aggregate.version, fact.data?.note],
    );
  },
});

/** As another service's relay would send it. */
export const recordOf = (promise: ThingChanged, thing: string, version: number, more: Partial<KafkaRecord> = {}) => ({
  topic: promise.topic,
  key: thing,
  value: JSON.stringify({ note: `note ${String(version)}` }),
  ...more,
  headers: {
    ce_id: randomUUID(),
    ce_type: promise.type,
    ce_time: '2026-11-22T08:00:00.000Z',
    ce_tenantid: randomUUID(),
    ce_aggregateversion: String(version),
    ...more.headers,
  },
});
