import { GraphQLError } from 'graphql';

import { maskError } from './graph.ts';
import { createLog } from './log.ts';

const mask = (message: string, extensions: Record<string, unknown>) =>
  maskError(createLog('silent'))({ message, path: ['lead'], extensions }, new GraphQLError(message));

describe('what a client sees of an error', () => {
  it('is a reference when nobody meant the error for it', () => {
    const seen = mask('connect ECONNREFUSED 10.0.0.7', { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at pg'] });
    expect(seen).toEqual({
      message: 'Internal error',
      path: ['lead'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[\da-f-]{36}$/) as unknown },
    });
  });

  it('keeps the reference that is already in the log', () => {
    const extensions = { code: 'INTERNAL_SERVER_ERROR', reference: 'r-1', serviceName: 'sales' };
    expect(mask('Internal error', extensions)).toMatchObject({ extensions: { reference: 'r-1' } });
    expect(mask('Internal error', extensions).extensions).not.toHaveProperty('serviceName');
  });

  it.each(['DOWNSTREAM_SERVICE_ERROR', 'UNAUTHENTICATED', undefined])('is never an inner %s', (code) => {
    expect(mask('assertion key kid-1 unknown', { code }).message).toBe('Internal error');
  });

  it.each(['FORBIDDEN', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'])('is a %s in its own words', (code) => {
    const seen = mask('first must be at most 100', {
      code,
      response: { url: 'http://10.0.0.7' },
      serviceName: 'sales',
    });
    expect(seen).toEqual({ message: 'first must be at most 100', path: ['lead'], extensions: { code } });
  });
});
