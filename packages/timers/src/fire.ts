import { accept, idOf, messageOf, newId, systemActor } from '@crm/kernel';
import { type Reaction, reactionIn, type Transact } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { retryAfter, runsOut } from './pace.ts';

/** A timer whose time has come, by the database's clock. */
export type FiredTimer = {
  readonly id: string;
  readonly kind: string;
  readonly entity: string;
  readonly slot: string;
  readonly dueAt: Date;
  readonly payload: unknown;
  /** Failed attempts before this one. */
  readonly attempts: number;
};

/**
 * What happens when timers of a kind fall due. Runs once in effect, in one transaction with the timer's end; a timer may
 * be late, so it looks again whether its reason still holds.
 */
export type TimerHandler = {
  readonly kind: string;
  readonly handle: (timer: FiredTimer, reaction: Reaction) => Promise<void>;
};

export type TimerMetrics = {
  readonly fired?: (kind: string, lateMs: number) => void;
  readonly failed?: (kind: string, parked: boolean) => void;
};

/** What timers say, in pino's shape. */
export type TimerLog = Readonly<Record<'warn' | 'error', (fields: object, text: string) => void>>;

/** A timer that was found due, and whose it is. */
export type Due = { readonly id: string; readonly tenant: string };

export type Firing = {
  readonly transact: Transact;
  readonly handlers: ReadonlyMap<string, TimerHandler>;
  readonly log?: TimerLog;
  readonly metrics?: TimerMetrics;
};

/**
 * Fires one timer: it is deleted and handled in one transaction. A worker that dies rolls back, and the timer is still
 * there. Does nothing when another worker is at it, or it was moved, cancelled or fired meanwhile.
 */
export const fire = async (due: Due, firing: Firing): Promise<void> => {
  const taken: TakenTimer[] = [];
  const actor = systemActor(idOf(due.tenant), newId('Event'));
  try {
    await firing.transact(actor, async (work) => {
      const timer = await take(work.db, due.id);
      if (!timer) return accept(null);
      taken.push(timer);
      await firing.handlers.get(timer.kind)?.handle(timer, reactionIn(work));
      return accept(null);
    });
  } catch (cause) {
    const timer = taken.at(-1);
    if (!timer) throw cause;
    await postpone(timer, cause, firing, actor);
    return;
  }
  for (const timer of taken.slice(-1)) firing.metrics?.fired?.(timer.kind, timer.lateMs);
};

type TakenTimer = FiredTimer & { readonly lateMs: number };

type TimerRow = {
  readonly id: string;
  readonly kind: string;
  readonly entity_id: string;
  readonly slot: string;
  readonly due_at: Date;
  readonly payload: unknown;
  readonly attempts: number;
  readonly late_ms: number;
};

/** Deleted first, so that the handler may set the same timer anew. */
const take = async (db: EntityManager, id: string): Promise<TakenTimer | null> => {
  const [row] = await db.query<readonly TimerRow[]>(
    `with mine as (
       select id from timer where id = $1 and parked_at is null and next_try_at <= clock_timestamp()
          for update skip locked),
     taken as (delete from timer t using mine where t.id = mine.id returning t.*)
     select id, kind, entity_id, slot, due_at, payload, attempts,
            (1000 * extract(epoch from clock_timestamp() - due_at))::double precision as late_ms
       from taken`,
    [id],
  );
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind,
    entity: row.entity_id,
    slot: row.slot,
    dueAt: row.due_at,
    payload: row.payload,
    attempts: row.attempts,
    lateMs: row.late_ms,
  };
};

/** Tries again later, ever later; after the last attempt the timer is parked, for a person to look at. */
const postpone = async (
  { id, kind, attempts }: TakenTimer,
  cause: unknown,
  { transact, log, metrics }: Firing,
  actor: ReturnType<typeof systemActor>,
) => {
  const failed = attempts + 1;
  const parked = runsOut(failed);
  await transact(actor, async ({ db }) => {
    await db.query(
      `update timer set attempts = $3, last_error = $4, parked_at = case when $5 then clock_timestamp() end,
                        next_try_at = clock_timestamp() + make_interval(secs => $6::double precision / 1000)
        where id = $1 and attempts = $2`,
      [id, attempts, failed, messageOf(cause), parked, retryAfter(failed)],
    );
    return accept(null);
  });
  log?.[parked ? 'error' : 'warn']({ err: cause, timer: id, kind, failed }, 'A timer failed');
  metrics?.failed?.(kind, parked);
};
