import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import type { FormattedExecutionResult } from 'graphql';

import type { Stream } from '../engine/subscriber.ts';

/**
 * Server-sent events, as graphql-sse has them for one operation per connection: `next` with an answer, `complete` at
 * the end. The id is where `Last-Event-ID` goes on.
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode
 */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Proxies of nginx's kind would collect events otherwise.
  'x-accel-buffering': 'no',
};

/** Clients of a process that stops come back at different moments. */
const RETRY_AFTER_MS = { least: 500, most: 3_000 };

const next = (result: FormattedExecutionResult, eventId: string | null) =>
  `event: next\n${eventId === null ? '' : `id: ${eventId}\n`}data: ${JSON.stringify(result)}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';

/** Where the client is, so that it can come back even if nothing has concerned it for long. */
const placeOf = (stream: Stream) => {
  const place = stream.place();
  return place === null ? ':\n\n' : `id: ${place}\n:\n\n`;
};

/** All streams of server-sent events, kept awake together. */
export const createEventStreams = (heartbeatMs: number) => {
  const open = new Map<ServerResponse, Open>();
  const heartbeat = setInterval(() => {
    for (const [response, each] of open) beat(response, each);
  }, heartbeatMs).unref();

  return {
    /** Sends a stream to its end, or until the client goes, which it may have done already. */
    send: async (response: ServerResponse, stream: Stream, headers: Readonly<Record<string, string | number>>) => {
      if (isGone(response)) {
        stream.leave();
        return;
      }
      response.once('close', () => {
        open.delete(response);
        stream.leave();
      });
      response.writeHead(200, { ...headers, ...HEADERS });
      response.write(placeOf(stream));
      open.set(response, { stream, isStuck: false });
      for (let message = await stream.next(); message; message = await stream.next()) {
        if (!response.write(next(message.result, message.eventId))) await drained(response);
      }
      if (!isGone(response)) response.end(lastWords(stream));
    },
    stop: () => {
      clearInterval(heartbeat);
    },
  };
};

const isGone = ({ destroyed }: ServerResponse) => destroyed;

type Open = { readonly stream: Stream; isStuck: boolean };

/** Who has taken nothing since the last time is gone, whatever the network says. */
const beat = (response: ServerResponse, each: Open) => {
  const { isStuck } = each;
  each.isStuck = response.writableNeedDrain;
  if (!each.isStuck) {
    if (!response.writableEnded) response.write(placeOf(each.stream));
  } else if (isStuck) response.destroy();
};

export type EventStreams = ReturnType<typeof createEventStreams>;

const lastWords = (stream: Stream) => {
  const ending = stream.ending();
  // Without `complete` the client comes back by itself, to another process or to this one's successor.
  if (ending?.kind === 'restart') return `retry: ${String(retryAfter())}\n\n`;
  return ending?.kind === 'refused' ? next({ errors: ending.refused.errors }, null) + COMPLETE : COMPLETE;
};

const retryAfter = () => {
  const { least, most } = RETRY_AFTER_MS;
  return Math.round(least + Math.random() * (most - least));
};

/** A client that takes nothing keeps the rest waiting in its queue, not in the socket. */
const drained = async (response: ServerResponse) => {
  if (response.destroyed) return;
  const done = new AbortController();
  const { signal } = done;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(() => undefined);
  done.abort();
};
