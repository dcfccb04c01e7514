import type { EventOperations, ParkedEvent, ParkedRecord } from '@crm/messaging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Logger } from './log.ts';

const id = z.string().regex(/^\d{1,18}$/, 'is the number of a parked event');
const MOST_LISTED = 1_000;

const aggregateKey = z.string().min(1).max(300);
const LIST = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(100),
  aggregateKey: aggregateKey.optional(),
});
const ONE = z.object({ id });
const REDRIVE = z.union([
  z.strictObject({ id }),
  z.strictObject({ aggregateKey }),
  z.strictObject({ everything: z.literal(true) }),
]);
const UNBLOCK = z.strictObject({ aggregateId: z.guid() });
const REPLAY = z.strictObject({ from: z.union([z.literal('start'), z.iso.datetime({ offset: true })]) });

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** A page on the web can give a name of its own to this machine; it cannot take away the name from its requests. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Parked events hold what tenants wrote, and redriving changes data: only somebody on this machine may. */
const onlyFromHere = async ({ socket, headers }: FastifyRequest, reply: FastifyReply) => {
  const isFromHere = LOOPBACK.test(socket.remoteAddress ?? '') && LOCAL_HOST.test(headers.host ?? '');
  if (!isFromHere) await reply.code(403).send({ error: 'Ask from the machine that the service runs on.' });
};

/** `/events/…`: an operator's view of a service's events, and what can be done about them. Changes are POSTs of JSON. */
export const eventRoutes = (app: FastifyInstance, events: EventOperations, log: Logger) => {
  app.register((scope, _options, done) => {
    scope.addHook('onRequest', onlyFromHere);
    scope.get('/events/lag', () => events.lag());
    scope.get('/events/blocked', () => events.blocked());
    scope.get('/events/parked', async (request, reply) => {
      const asked = LIST.safeParse(request.query);
      return asked.success ? (await events.parked(asked.data)).map(listed) : wrong(reply, asked.error);
    });
    scope.get('/events/parked/:id', async (request, reply) => {
      const asked = ONE.safeParse(request.params);
      if (!asked.success) return wrong(reply, asked.error);
      const event = await events.show(asked.data.id);
      return event ? shown(event) : nothing(reply);
    });
    changes(scope, events, log);
    done();
  });
};

const changes = (scope: FastifyInstance, events: EventOperations, log: Logger) => {
  scope.post('/events/redrive', async (request, reply) => {
    const asked = REDRIVE.safeParse(request.body);
    if (!asked.success) return wrong(reply, asked.error);
    const outcome = await events.redrive(asked.data);
    log.info({ asked: asked.data, outcome }, 'an operator redrives parked events');
    return outcome.ok ? outcome.value : notConsuming(reply);
  });
  scope.post('/events/discard', async (request, reply) => {
    const asked = ONE.safeParse(request.body);
    if (!asked.success) return wrong(reply, asked.error);
    const discarded = await events.discard(asked.data.id);
    log.info({ ...asked.data, discarded }, 'an operator discards a parked event');
    return discarded ? { discarded } : nothing(reply);
  });
  scope.post('/events/replay', async (request, reply) => {
    const asked = REPLAY.safeParse(request.body);
    if (!asked.success) return wrong(reply, asked.error);
    const { from } = asked.data;
    const outcome = await events.replay(from === 'start' ? 'earliest' : new Date(from));
    log.info({ from, outcome }, 'an operator replays the topics');
    if (outcome.ok) return { replaying: true };
    return outcome.refusal.kind === 'not-consuming'
      ? notConsuming(reply)
      : reply.code(409).send({ error: `The topics are not read again: ${outcome.refusal.because}.` });
  });
  scope.post('/events/unblock', async (request, reply) => {
    const asked = UNBLOCK.safeParse(request.body);
    if (!asked.success) return wrong(reply, asked.error);
    const unblocked = await events.unblock(asked.data.aggregateId);
    log.info({ ...asked.data, unblocked }, 'an operator lets a blocked aggregate go again');
    return unblocked ? { unblocked } : nothing(reply, 'No aggregate of this id is blocked.');
  });
};

/** Without the record itself, which `show` gives. */
const listed = (event: ParkedEvent): ParkedEvent => ({
  id: event.id,
  consumer: event.consumer,
  tenant: event.tenant,
  type: event.type,
  aggregateKey: event.aggregateKey,
  topic: event.topic,
  partition: event.partition,
  offset: event.offset,
  cause: event.cause,
  behind: event.behind,
  attempts: event.attempts,
  parkedAt: event.parkedAt,
});

/** A value may be any bytes: as text where it is text. */
const shown = ({ value, ...event }: ParkedRecord) => ({
  ...event,
  value: value?.toString('utf8') ?? null,
  valueBase64: value?.toString('base64') ?? null,
});

const wrong = (reply: FastifyReply, error: z.ZodError) => reply.code(400).send({ error: z.prettifyError(error) });
/** Says that it is we who looked: any server answers 404 to what it does not know. */
const nothing = (reply: FastifyReply, error = 'No parked event has this number.') =>
  reply.code(404).send({ found: false, error });
const notConsuming = (reply: FastifyReply) =>
  reply.code(503).send({ error: 'The service consumes no events now: is its broker there?' });
