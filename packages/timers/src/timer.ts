import type { EntityManager } from 'typeorm';

/** A timer is known by what it is for: one per kind, entity and slot. */
export type TimerKey = {
  /** What is to happen, `<feature>.<what>`: `lead-recycling.recycle`. Never rename one that may be waiting. */
  readonly kind: string;
  /** The id of the thing it is about. */
  readonly entity: string;
  /** Tells several timers of one kind and entity apart; empty when there is only one. */
  readonly slot?: string;
};

export type TimerRequest = TimerKey & {
  readonly dueAt: Date;
  /** Given back when it fires; JSON. */
  readonly payload?: unknown;
};

/**
 * Sets a timer in the caller's transaction and tenant: it exists if and only if the change that wanted it does. One of
 * the same key is replaced, also when it was parked.
 */
export const schedule = async (db: EntityManager, { kind, entity, slot = '', dueAt, payload = null }: TimerRequest) => {
  await db.query(
    `insert into timer (kind, entity_id, slot, due_at, next_try_at, payload) values ($1, $2, $3, $4, $4, $5::jsonb)
     on conflict (tenant_id, kind, entity_id, slot) do update
        set due_at = excluded.due_at, next_try_at = excluded.next_try_at, payload = excluded.payload,
            attempts = 0, parked_at = null, last_error = null`,
    [kind, entity, slot, dueAt, JSON.stringify(payload)],
  );
};

/** Moves a waiting timer and keeps its payload. False when there is none (any more): it has fired or was cancelled. */
export const reschedule = async (db: EntityManager, { kind, entity, slot = '' }: TimerKey, dueAt: Date) => {
  const [moved] = await db.query<readonly { id: string }[]>(
    `with moved as (
       update timer set due_at = $4, next_try_at = $4, attempts = 0, parked_at = null, last_error = null
        where kind = $1 and entity_id = $2 and slot = $3 returning id)
     select id from moved`,
    [kind, entity, slot, dueAt],
  );
  return moved !== undefined;
};

/** Takes a timer back. False when there is none (any more). Waits for a handler that is at it, then finds it gone. */
export const cancel = async (db: EntityManager, { kind, entity, slot = '' }: TimerKey) => {
  const [gone] = await db.query<readonly { id: string }[]>(
    `with gone as (delete from timer where kind = $1 and entity_id = $2 and slot = $3 returning id)
     select id from gone`,
    [kind, entity, slot],
  );
  return gone !== undefined;
};
