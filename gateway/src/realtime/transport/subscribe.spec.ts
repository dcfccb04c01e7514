import { accept, refuse } from '@crm/kernel';

import { createAllowance } from '../allowance.ts';
import { createSubscriber } from '../engine/subscriber.ts';
import type { Stream } from '../engine/subscriber.ts';
import { invalid, refused } from '../refused.ts';
import { subscribeWithin } from './subscribe.ts';

const OPERATION = { query: 'subscription { customersChanged { id } }' };
const NOBODY = { person: null, forwarded: {} };
const ENDING = { kind: 'refused', refused: refused('SLOW_CONSUMER') } as const;

/** One place, and the stream that has taken it, as its engine and as whoever carries it see it. */
const aStream = async () => {
  const { stream: inner } = createSubscriber(4, { onLeave: () => undefined, place: () => null });
  const streams = { subscribe: () => Promise.resolve(accept(inner)) };
  const allowance = createAllowance({ perIdentity: 1, inAll: 1 });
  const subscribe = subscribeWithin({ streams, allowance, introspection: true });
  const ask = () => subscribe(OPERATION, NOBODY, undefined);
  const begun = await ask();
  if (!begun.ok) throw new Error('refused');
  return { inner, stream: begun.value, ask };
};

describe('the place of a subscription', () => {
  it.each<readonly [how: string, end: (stream: Stream, inner: Stream) => unknown]>([
    [
      'its client leaves',
      (stream) => {
        stream.leave();
      },
    ],
    [
      'its sign-in is over',
      (stream) => {
        stream.end(ENDING);
      },
    ],
    [
      'the engine ends it, and its carrier reads so',
      (stream, inner) => {
        inner.end(ENDING);
        return stream.next();
      },
    ],
  ])('is free again once %s', async (_, end) => {
    const { stream, inner, ask } = await aStream();
    const meanwhile = await ask();
    await end(stream, inner);

    expect([meanwhile.ok, (await ask()).ok]).toEqual([false, true]);
  });
});

describe('why there is no subscription, or no more of one,', () => {
  const message = 'Cannot query field "nam" on type "Customer". Did you mean "name"?';
  const plain = 'Cannot query field "nam" on type "Customer".';
  const allowance = createAllowance({ perIdentity: 9, inAll: 9 });
  const told = async (introspection: boolean) => {
    const { stream } = createSubscriber(4, { onLeave: () => undefined, place: () => null });
    const refusal = invalid('GRAPHQL_VALIDATION_FAILED', [{ message }]);
    const none = subscribeWithin({
      ...{ allowance, introspection },
      streams: { subscribe: () => Promise.resolve(refuse(refusal)) },
    });
    const one = subscribeWithin({
      ...{ allowance, introspection },
      streams: { subscribe: () => Promise.resolve(accept(stream)) },
    });
    const [first, begun] = [await none(OPERATION, NOBODY, undefined), await one(OPERATION, NOBODY, undefined)];
    stream.end({ kind: 'refused', refused: refused('SCHEMA_CHANGED', { reason: message }) });
    const ending = begun.ok ? begun.value.ending() : null;
    return [
      first.ok ? null : first.refusal.errors[0]?.message,
      ending?.kind === 'refused' ? ending.refused.errors[0]?.extensions?.reason : null,
    ];
  };

  it('suggests names of the schema only to who may read it', async () => {
    expect([await told(true), await told(false)]).toEqual([
      [message, message],
      [plain, plain],
    ]);
  });
});
