import { type FormattedExecutionResult, GraphQLError } from 'graphql';

import type { Stream } from '../engine/subscriber.ts';
import type { Refused } from '../refused.ts';

/** Ends a subscription with an error message; carries all that the client is told. */
export class StreamRefused extends GraphQLError {
  readonly refused: Refused;
  constructor(refusal: Refused) {
    const [first] = refusal.errors;
    super(first?.message ?? '', { extensions: { ...first?.extensions } });
    this.refused = refusal;
  }
}

/** A stream as graphql-ws takes it. The event id goes in the answer's extensions: the protocol has no other place. */
export const iterate = (stream: Stream): AsyncGenerator<FormattedExecutionResult, void, void> => {
  const done = { done: true, value: undefined } as const;
  const leave = () => {
    stream.leave();
    return Promise.resolve(done);
  };
  return {
    next: async () => {
      const message = await stream.next();
      if (message) return { done: false, value: withEventId(message.result, message.eventId) };
      // Who iterates does not say so when it comes to the end by itself.
      stream.leave();
      const ending = stream.ending();
      if (ending?.kind === 'refused') throw new StreamRefused(ending.refused);
      return done;
    },
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await leave();
    },
  };
};

const withEventId = (result: FormattedExecutionResult, eventId: string): FormattedExecutionResult => ({
  ...result,
  extensions: { ...result.extensions, eventId },
});
