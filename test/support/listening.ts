import { setTimeout as pause } from 'node:timers/promises';

import { type Client, tokenOf } from './client.ts';
import { suiteUnderTest } from './config.ts';

export type Result = { readonly data?: unknown; readonly errors?: unknown };
export type Asked = { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> };
/** What a subscription was sent so far. */
type Heard = { readonly results: Result[]; lastEventId: string; isComplete: boolean };

/** Server-sent events, by plain fetch. */
export const listen = async ({ person }: Client, asked: Asked, lastEventId?: string) => {
  const leaving = new AbortController();
  const reply = await fetch(`${suiteUnderTest().gateway}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(person)}`,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
    body: JSON.stringify(asked),
    signal: leaving.signal,
  });
  const heard: Heard = { results: [], lastEventId: '', isComplete: false };
  // Ends with an error when we leave.
  void readAll(reply, heard).catch(() => undefined);
  const leave = () => {
    leaving.abort();
  };
  return { status: reply.status, heard, leave };
};

const readAll = async ({ body }: Response, heard: Heard) => {
  let text = '';
  for await (const bytes of body ?? []) {
    text += Buffer.from(bytes).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) take(block, heard);
  }
};

const take = (block: string, heard: Heard) => {
  heard.lastEventId = /^id: (.*)$/m.exec(block)?.[1] ?? heard.lastEventId;
  heard.isComplete ||= block.startsWith('event: complete');
  const data = /^data: (.+)$/m.exec(block)?.[1];
  // The gateway wrote it.
  if (data !== undefined) heard.results.push(JSON.parse(data) as Result);
};

/** Waits until something holds; what a journey then expects says what did not. */
export const until = async (holds: () => boolean) => {
  for (const deadline = Date.now() + 15_000; !holds() && Date.now() < deadline;) await pause(50);
};
