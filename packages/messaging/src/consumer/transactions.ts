import { accept, idOf, systemActor } from '@crm/kernel';
import { enterTenant, reactionIn, type Transact } from '@crm/persistence';
import { traced } from '@crm/tracing';
import type { DataSource, EntityManager } from 'typeorm';

import { within } from './failures.ts';
import type { EventRead } from './read-record.ts';

export type Handling = {
  readonly dataSource: DataSource;
  readonly transact: Transact;
  readonly group: string;
  readonly handlerTimeoutMs: number;
};

/** Done in the same transaction, before the event's own effects. */
export type Also = (db: EntityManager) => Promise<unknown>;

/** The product itself, acting because of this event. */
const actorOf = ({ fact }: EventRead, traceparent: string | null) =>
  systemActor(idOf(fact.tenant), fact.correlationId, { causedBy: fact.eventId, traceparent });

/** A reaction as a piece of the trace of what happened: what it causes says so. */
const reacting = <Value>({ fact }: EventRead, react: (traceparent: string | null) => Promise<Value>) =>
  traced({ name: `react to ${fact.type}`, kind: 'consumer', traceparent: fact.traceparent }, react);

export const isEffect = ({ subscriptions }: EventRead) => subscriptions.some(({ kind }) => kind === 'effect');

/** One transaction for everything that follows from one event, and the note that it was handled. False: it had its effects before. */
export const applyEffect = (event: EventRead, handling: Handling, also?: Also): Promise<boolean> =>
  reacting(event, (traceparent) => takeEffect(event, traceparent, handling, also));

const takeEffect = async (event: EventRead, traceparent: string | null, handling: Handling, also?: Also) => {
  const outcome = await handling.transact<boolean, never>(actorOf(event, traceparent), async (work) => {
    await also?.(work.db);
    const isFirst = await isFirstTime(work.db, event, handling.group);
    const reaction = reactionIn(work);
    for (const subscription of event.subscriptions) {
      // A read model that is filled again needs repeats, and guards itself by version; an effect happens once.
      if (!isFirst && subscription.kind === 'effect') continue;
      await within(handling.handlerTimeoutMs, subscription.handle(event.fact, reaction));
    }
    return accept(isFirst);
  });
  return outcome.ok && outcome.value;
};

const isFirstTime = async (db: EntityManager, { fact }: EventRead, group: string) => {
  const [noted] = await db.query<readonly object[]>(
    'insert into inbox (event_id, consumer) values ($1, $2) on conflict do nothing returning event_id',
    [fact.eventId, group],
  );
  return noted !== undefined;
};

/** One transaction for many events that only feed projections; each in its own tenant. */
export const applyProjections = (events: readonly EventRead[], handling: Handling, also?: Also): Promise<true> =>
  inTransaction(handling.dataSource, async (db) => {
    await also?.(db);
    // An aggregate has one tenant, so to handle tenant by tenant keeps each aggregate's order.
    for (const [tenant, its] of Map.groupBy(events, ({ fact }) => fact.tenant)) {
      await enterTenant(db, { tenant: idOf(tenant) });
      for (const event of its) {
        await reacting(event, (traceparent) => project(event, traceparent, db, handling.handlerTimeoutMs));
      }
    }
    return true as const;
  });

const project = async (event: EventRead, traceparent: string | null, db: EntityManager, ms: number) => {
  const view = { db, actor: actorOf(event, traceparent) };
  for (const subscription of event.subscriptions) {
    if (subscription.kind === 'projection') await within(ms, subscription.handle(event.fact, view));
  }
};

/** Rolled back when `work` throws. */
export const inTransaction = async <Value>(
  dataSource: DataSource,
  work: (db: EntityManager) => Promise<Value>,
): Promise<Value> => {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const value = await work(runner.manager);
    await runner.commitTransaction();
    return value;
  } catch (cause) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw cause;
  } finally {
    await runner.release();
  }
};
