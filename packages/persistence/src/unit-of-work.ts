import type { AggregateAt, Fact } from '@crm/contracts';
import type { Actor, Result } from '@crm/kernel';
import type { DataSource, EntityManager } from 'typeorm';

import { queryNamed } from './named.ts';
import { writeOutbox } from './outbox.ts';
import { retryOnConflict } from './retry.ts';

/** What a command works with. */
export type Work = {
  readonly db: EntityManager;
  readonly actor: Actor;
  /** Locks the aggregate until the end and gives the version this change makes. Call it before reading what will change. */
  readonly claim: (type: string, id: string) => Promise<AggregateAt>;
  /** Facts to publish. Written last of all, while the claims are held: per aggregate, their order is that of the commits. */
  readonly announce: (...facts: readonly Fact[]) => void;
};

/**
 * One transaction for the actor's tenant: state and facts commit together; a refusal or an exception leaves no trace.
 * `decide` runs again, up to three times in all, when the database reports a serialization failure or a deadlock: it
 * must not have effects outside the transaction.
 */
export type Transact = <Value, Refusal>(
  actor: Actor,
  decide: (work: Work) => Promise<Result<Value, Refusal>>,
) => Promise<Result<Value, Refusal>>;

/** Told after each commit what was announced in it. Must not throw. */
export type OnCommit = (actor: Actor, facts: readonly Fact[]) => void;

export const transactOn =
  (dataSource: DataSource, onCommit: OnCommit = () => undefined): Transact =>
  (actor, decide) =>
    retryOnConflict(async () => {
      await using session = await begin(dataSource, actor);
      const facts: Fact[] = [];
      const decision = await decide({
        db: session.db,
        actor,
        claim: (type, id) => claim(session.db, type, id),
        announce: (...more) => facts.push(...more),
      });
      if (!decision.ok) return decision;

      await writeOutbox(session.db, actor, facts);
      await session.commit();
      onCommit(actor, facts);
      return decision;
    });

/** Rolled back when it goes out of scope, unless it was committed. */
const begin = async (dataSource: DataSource, actor: Actor) => {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await enterTenant(runner.manager, actor);
  } catch (cause) {
    await runner.release();
    throw cause;
  }
  return {
    db: runner.manager,
    commit: () => runner.commitTransaction(),
    [Symbol.asyncDispose]: async () => {
      try {
        // A connection that broke has rolled back by itself; the error that counts is on its way already.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      } finally {
        await runner.release();
      }
    },
  };
};

/** Until the transaction ends, the connection sees the actor's tenant only. */
export const enterTenant = async (db: EntityManager, { tenant }: Pick<Actor, 'tenant'>) => {
  await queryNamed(db, { name: 'enter-tenant', text: `select set_config('app.tenant', $1, true)`, values: [tenant] });
};

const CLAIM = `
  insert into aggregate_head (type, id, version) values ($1, $2, 1)
  on conflict (tenant_id, type, id) do update set version = aggregate_head.version + 1
  returning version`;

const claim = async (db: EntityManager, type: string, id: string): Promise<AggregateAt> => {
  const [head] = await queryNamed<{ version: number }>(db, { name: 'claim', text: CLAIM, values: [type, id] });
  if (!head) throw new TypeError('A claim gives a version');
  return { type, id, version: head.version };
};
