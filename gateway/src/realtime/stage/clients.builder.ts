import { setTimeout as pause } from 'node:timers/promises';

import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';

type Asked = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** What a subscription was sent so far. */
export type Heard = { readonly results: FormattedExecutionResult[]; ended: string | null; lastEventId: string };

/** Server-sent events by plain fetch, as graphql-sse's client reads them. */
export const listen = async (
  url: string,
  token: string,
  asked: Asked,
  headers: Readonly<Record<string, string>> = {},
) => {
  const leaving = new AbortController();
  const reply = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify(asked),
    signal: leaving.signal,
  });
  const heard: Heard = { results: [], ended: null, lastEventId: '' };
  const isStream = reply.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  // A refusal: GraphQL's shape, whatever the status.
  if (!isStream) heard.results.push((await reply.json()) as FormattedExecutionResult);
  else void readAll(reply, heard);
  const leave = () => {
    leaving.abort();
  };
  return { status: reply.status, heard, leave };
};

const readAll = async ({ body }: Response, heard: Heard) => {
  let text = '';
  try {
    for await (const bytes of body ?? []) {
      text += Buffer.from(bytes).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) take(block, heard);
    }
  } catch {
    // Left, or cut.
  }
  heard.ended ??= 'cut';
};

const take = (block: string, heard: Heard) => {
  const fieldOf = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
  const event = fieldOf('event');
  heard.lastEventId = fieldOf('id') ?? heard.lastEventId;
  if (fieldOf('retry') !== undefined) heard.ended = 'retry';
  // The gateway wrote it.
  if (event === 'next') heard.results.push(JSON.parse(fieldOf('data') ?? '') as FormattedExecutionResult);
  if (event === 'complete') heard.ended = 'complete';
};

/** A socket of graphql-ws's own client, which does not try again. */
export const connect = (url: string, token: string) => {
  const closed = Promise.withResolvers<{ readonly code: number; readonly reason: string }>();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    on: {
      closed: (event) => {
        // The event of a browser's socket.
        closed.resolve(event as { code: number; reason: string });
      },
    },
  });
  const subscribe = (asked: Asked) => {
    const heard: Heard = { results: [], ended: null, lastEventId: '' };
    const leave = client.subscribe(asked, {
      next: (result) => {
        // As JSON has it.
        heard.results.push(result as FormattedExecutionResult);
        heard.lastEventId = /"eventId":"([^"]*)"/.exec(JSON.stringify(result.extensions))?.[1] ?? '';
      },
      error: (error) => {
        // The protocol's error message is a list; anything else is a closed socket.
        if (Array.isArray(error)) heard.results.push({ errors: error as readonly GraphQLFormattedError[] });
        heard.ended = 'error';
      },
      complete: () => (heard.ended ??= 'complete'),
    });
    return { heard, leave };
  };
  return { subscribe, closed: closed.promise, end: () => client.dispose() };
};

/** Waits until something holds; what a spec then expects says what did not. */
export const until = async (holds: () => boolean | Promise<boolean>, ms = 8_000) => {
  for (const deadline = Date.now() + ms; !(await holds()) && Date.now() < deadline;) await pause(20);
};

/** Long enough for whatever was on its way to arrive. */
export const aWhile = () => pause(400);
