import { GraphQLError } from 'graphql';

import { maskErrors } from './masking.ts';

const masked = (error: GraphQLError) => {
  const logged: [string, unknown][] = [];
  const answer = maskErrors(
    (...each) => logged.push(each),
    () => 'ref-1',
  )(error.toJSON(), error);
  return { answer, logged };
};

describe('an error on its way out', () => {
  it('tells nothing of what is inside but a reference, under which the log tells all', () => {
    const cause = new Error('password authentication failed for user "customer_app" at db:5432');
    const error = new GraphQLError(cause.message, {
      originalError: cause,
      path: ['customer'],
      extensions: { code: 'DOWNSTREAM', stacktrace: ['at secret.ts:1'], serviceName: 'customer' },
    });

    expect(masked(error)).toEqual({
      answer: {
        message: 'Internal error',
        path: ['customer'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', reference: 'ref-1' },
      },
      logged: [['ref-1', cause]],
    });
  });

  it.each([{ code: 'FORBIDDEN' }, { code: 'BAD_USER_INPUT' }, { code: 'GRAPHQL_VALIDATION_FAILED' }])(
    'keeps its words when they are meant for the client, and nothing else: $code',
    ({ code }) => {
      const error = new GraphQLError('Your role may not.', { extensions: { code, exception: 'secret', response: {} } });

      expect(masked(error)).toEqual({ answer: { message: 'Your role may not.', extensions: { code } }, logged: [] });
    },
  );

  it.each([undefined, 42, '__proto__', 'forbidden'])('is masked when its code is none of ours: %j', (code) => {
    expect(masked(new GraphQLError('secret', { extensions: { code } })).answer.message).toBe('Internal error');
  });
});
