import { z } from 'zod';

import { Trouble, messageOf } from '../local/trouble.ts';

/** The operations listeners, by service. */
export type Services = Readonly<Record<string, string>>;

const REFUSAL = z.object({ error: z.string() });
/** What a service says when it has looked and found nothing. Any other 404 comes from somebody who is no such service. */
const NOT_FOUND = REFUSAL.extend({ found: z.literal(false) });

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
  if (!response.ok) return refused(service, response, body);
  const said = answer.safeParse(body);
  if (said.success) return said.data;
  throw new Trouble(`${service}: what answers at ${response.url} says something else. ${WRONG}`);
};

const WRONG = 'Is it the address of its operations listener?';

const refused = (service: string, { status, url }: Response, body: unknown): null => {
  if (status === 404 && NOT_FOUND.safeParse(body).success) return null;
  if (status === 404) throw new Trouble(`${service}: there is no ${url}. ${WRONG}`);
  const refusal = REFUSAL.safeParse(body);
  throw new Trouble(`${service}: ${refusal.success ? refusal.data.error : `HTTP ${String(status)}`}`);
};

/** The same of what is always there. */
export const askFor = async <Answer>(...asked: Parameters<typeof ask<Answer>>): Promise<Answer> => {
  const answer = await ask(...asked);
  if (answer === null) throw new Trouble(`${asked[0][0]}: there is no ${asked[1]}.`);
  return answer;
};

/** What became of a question to all services: one that cannot say must not hide what the others say. */
export const askAll = async <Answer>(
  services: Services,
  question: (service: readonly [string, string]) => Promise<Answer>,
): Promise<{ readonly answers: readonly Answer[]; readonly troubles: readonly string[] }> => {
  const asked = await Promise.allSettled(Object.entries(services).map(question));
  const failed = asked.filter((each) => each.status === 'rejected').map(({ reason }): unknown => reason);
  return {
    answers: asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    troubles: failed.map(troubleOf),
  };
};

/** Anything else is a bug, and no word of a service. */
const troubleOf = (cause: unknown): string => {
  if (cause instanceof Trouble) return cause.message;
  throw cause instanceof Error ? cause : new Error(messageOf(cause));
};

const PARTITION = z.object({ topic: z.string(), partition: z.number(), lag: z.number() });

export const LAG = z.object({
  outbox: z.object({ rows: z.number(), oldestSeconds: z.number(), blockedAggregates: z.number() }),
  partitions: z.array(PARTITION).nullable(),
  parked: z.object({ events: z.number(), aggregates: z.number(), oldestSeconds: z.number() }),
});

export type Lag = z.infer<typeof LAG>;

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

export type Parked = z.infer<typeof PARKED>;

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
export type Redriven = z.infer<typeof REDRIVEN>;
export const ANYTHING = z.object({});
