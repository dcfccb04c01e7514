import { createHash } from 'node:crypto';

import { type Result, accept, refuse } from '@crm/kernel';

import { isolateTenants, tenantColumn } from './tenant-isolation.ts';
import type { Work } from './unit-of-work.ts';

/** How long a key is remembered. */
export const IDEMPOTENCY_HOURS = 24;

export const createIdempotencySql = `
  create table idempotency_key (
    ${tenantColumn},
    subject text not null,
    operation text not null,
    key text not null,
    input_hash bytea not null,
    result jsonb,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, subject, operation, key)
  );
  create index idempotency_key_age on idempotency_key (created_at);
  ${isolateTenants('idempotency_key')}
`;

export type KeyReused = { readonly kind: 'idempotency-key-reused' };

/** What a client said once, and how it named saying it. */
export type Once = { readonly operation: string; readonly key: string | null | undefined; readonly input: unknown };

/**
 * Makes a command safe to repeat. The first time, `decide` runs and its value is kept with the key, in the command's own
 * transaction; after that the same key with the same input gives the kept value (as JSON) and nothing happens again.
 * The same key with another input is refused. Two at once: the second waits for the first. A refusal keeps nothing.
 * Keys belong to one subject and one operation. Without a key, `decide` simply runs.
 */
export const once = async <Value, Refusal>(
  { db, actor }: Work,
  { operation, key, input }: Once,
  decide: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | KeyReused>> => {
  if (!key) return decide();

  const hash = createHash('sha256').update(canonicalJson(input)).digest();
  const name = [actor.subject, operation, key];
  const [fresh] = await db.query<{ key: string }[]>(
    `insert into idempotency_key as known (subject, operation, key, input_hash) values ($1, $2, $3, $4)
     on conflict (tenant_id, subject, operation, key) do update
        set input_hash = excluded.input_hash, result = null, created_at = excluded.created_at
      where known.created_at < excluded.created_at - make_interval(hours => ${String(IDEMPOTENCY_HOURS)})
     returning key`,
    [...name, hash],
  );
  if (!fresh) return keptResult<Value>(db, name, hash);

  const decision = await decide();
  if (decision.ok) {
    await db.query(`update idempotency_key set result = $4::jsonb where subject = $1 and operation = $2 and key = $3`, [
      ...name,
      JSON.stringify(decision.value),
    ]);
  }
  return decision;
};

const keptResult = async <Value>(
  db: Work['db'],
  name: readonly string[],
  hash: Buffer,
): Promise<Result<Value, KeyReused>> => {
  const [kept] = await db.query<{ input_hash: Buffer; result: Value }[]>(
    `select input_hash, result from idempotency_key where subject = $1 and operation = $2 and key = $3`,
    [...name],
  );
  return kept?.input_hash.equals(hash) ? accept(kept.result) : refuse({ kind: 'idempotency-key-reused' });
};

/**
 * Forgets what was said when a record was made: from the fingerprint of an input one could tell that a guess at it is
 * right. The key stays taken, so that a repeat does not make the record again.
 */
export const forgetInputs = async (db: Work['db'], recordId: string) => {
  await db.query(
    `update idempotency_key set input_hash = sha256(gen_random_uuid()::text::bytea) where result = to_jsonb($1::text)`,
    [recordId],
  );
};

/** The same value gives the same text, whatever the order of its properties; what is undefined is left out. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each) && !(each instanceof Date)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
