import { z } from 'zod';

import { Trouble, messageOf } from '../local/trouble.ts';

/** The operations listeners, by service. */
export type Services = Readonly<Record<string, string>>;

const REFUSAL = z.object({ error: z.string() });

/** Asks a service's operations listener; null when it says that there is no such thing. Refuses (Trouble) the rest. */
export const ask = async <Answer>(
  [service, url]: readonly [service: string, url: string],
  path: string,
  answer: z.ZodType<Answer>,
  change?: object,
): Promise<Answer | null> => {
  const request = change && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  };
  const response = await fetch(`${url}/events/${path}`, request ?? {}).catch((cause: unknown) => {
    throw new Trouble(`${service} does not answer at ${url} (${messageOf(cause)}).`);
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return answer.parse(body);
  if (response.status === 404) return null;
  const refusal = REFUSAL.safeParse(body);
  throw new Trouble(`${service}: ${refusal.success ? refusal.data.error : `HTTP ${String(response.status)}`}`);
};

const PARTITION = z.object({ topic: z.string(), partition: z.number(), lag: z.number() });

export const LAG = z.object({
  outbox: z.object({ rows: z.number(), oldestSeconds: z.number(), blockedAggregates: z.number() }),
  partitions: z.array(PARTITION).nullable(),
  parked: z.object({ events: z.number(), aggregates: z.number(), oldestSeconds: z.number() }),
});

export const PARKED = z.object({
  id: z.string(),
  consumer: z.string(),
  tenant: z.string(),
  type: z.string().nullable(),
  aggregateKey: z.string(),
  topic: z.string(),
  partition: z.number(),
  offset: z.string(),
  cause: z.string(),
  behind: z.boolean(),
  attempts: z.number(),
  parkedAt: z.string(),
});

export const RECORD = PARKED.extend({
  key: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  value: z.string().nullable(),
  valueBase64: z.string().nullable(),
});

export const BLOCKED = z.object({
  aggregateId: z.string(),
  eventId: z.string(),
  reason: z.string(),
  blockedAt: z.string(),
});

export const REDRIVEN = z.object({ handled: z.number(), stillParked: z.number() });
export const ANYTHING = z.object({});
