import { type Result, accept, refuse } from '@crm/kernel';

import { withoutSuggestion } from '../../http/suggestions.ts';
import type { Person } from '../../identity/claims.ts';
import type { Allowance } from '../allowance.ts';
import type { Streams, SubscribeRequest } from '../engine/streams.ts';
import type { Stream } from '../engine/subscriber.ts';
import { type Refused, refused } from '../refused.ts';

/** An operation that has passed the door. */
export type Operation = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
};

export type Subscriber = {
  readonly person: Person | null;
  /** The client's headers that subgraphs may see. */
  readonly forwarded: Readonly<Record<string, string>>;
};

export type Subscribe = (
  operation: Operation,
  subscriber: Subscriber,
  lastEventId: string | undefined,
) => Promise<Result<Stream, Refused>>;

type Setup = {
  readonly streams: Pick<Streams, 'subscribe'>;
  readonly allowance: Allowance;
  /** Whether clients may read the schema: refusals suggest no names of it otherwise. */
  readonly introspection: boolean;
};

/** Begins a subscription within what one person and this process are allowed. */
export const subscribeWithin = ({ streams, allowance, introspection }: Setup): Subscribe => {
  const told = introspection ? (refusal: Refused) => refusal : discreet;
  return async (operation, subscriber, header) => {
    const lastEventId = header ?? lastEventIdIn(operation);
    if (lastEventId === undefined) return refuse(refused('BAD_EVENT_ID'));
    const place = allowance(subscriber.person);
    if (!place.ok) return place;
    const giveBack = place.value;
    try {
      const begun = await streams.subscribe(requestOf(operation, subscriber, lastEventId));
      if (begun.ok) return accept(carried(begun.value, giveBack, told));
      giveBack();
      return refuse(told(begun.refusal));
    } catch (error) {
      giveBack();
      throw error;
    }
  };
};

const discreet = ({ status, errors }: Refused): Refused => ({ status, errors: errors.map(withoutSuggestion) });

/** Null: from now on. Undefined: nothing that could be an id. */
const lastEventIdIn = ({ extensions }: Operation): string | null | undefined => {
  const given = extensions?.lastEventId ?? null;
  return given === null || typeof given === 'string' ? given : undefined;
};

/** However a stream ends, whoever carries it either leaves it, or ends it, or reads that there is no more. */
const carried = (stream: Stream, giveBack: () => void, told: (refusal: Refused) => Refused): Stream => ({
  ...stream,
  ending: () => {
    const ending = stream.ending();
    return ending?.kind === 'refused' ? { ...ending, refused: told(ending.refused) } : ending;
  },
  next: async () => {
    const message = await stream.next();
    if (!message) giveBack();
    return message;
  },
  leave: () => {
    giveBack();
    stream.leave();
  },
  end: (ending) => {
    giveBack();
    stream.end(ending);
  },
});

const requestOf = (
  { query, operationName, variables = {} }: Operation,
  { person, forwarded }: Subscriber,
  lastEventId: string | null,
): SubscribeRequest => {
  const language = forwarded['accept-language'];
  // What is said in one language must not reach readers of another; a trace is of one request alone.
  const reader = { person, forwarded: language === undefined ? {} : { 'accept-language': language } };
  return { query, operationName, variables, reader, lastEventId };
};
