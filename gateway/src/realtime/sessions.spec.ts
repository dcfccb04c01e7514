import { type Id, type Result, accept, newId, refuse } from '@crm/kernel';

import type { Person } from '../identity/claims.ts';
import { type SignInRefusal, signInRefused } from '../identity/refusals.ts';
import { createSessions } from './sessions.ts';

const TENANT: Id<'Tenant'> = newId('Tenant');
const personWith = (roles: readonly string[]): Person => ({
  tenant: TENANT,
  subject: 'api-key:1',
  employee: null,
  departmentPath: [],
  roles,
  scopes: [],
  customer: null,
  partner: null,
});

/** A session of somebody with two roles, and what becomes of it once the credential is good for something else. */
const aSession = async (now: Result<Person, SignInRefusal>) => {
  let asked = 0;
  const { promise, resolve } = Promise.withResolvers<string>();
  const authenticate = () => {
    asked += 1;
    // Asked for the third time, whatever the first two answers led to has happened.
    if (asked === 3) resolve('goes on');
    return Promise.resolve(now);
  };
  const sessions = createSessions(authenticate, 1);
  const told = (what: string) => () => {
    resolve(what);
  };
  sessions.watch({
    authorization: 'Bearer key',
    person: personWith(['AGENT', 'LEGAL']),
    expired: told('expired'),
    changed: told('changed'),
  });
  const outcome = await promise;
  sessions.stop();
  return outcome;
};

describe('a connection that outlives what it signed in with', () => {
  it('goes on while that is as good as it was', async () => {
    expect(await aSession(accept(personWith(['AGENT', 'LEGAL'])))).toBe('goes on');
  });

  it('goes on while nobody can say', async () => {
    expect(await aSession(refuse(signInRefused('UNCHECKED')))).toBe('goes on');
  });

  it('ends when it is withdrawn', async () => {
    expect(await aSession(refuse(signInRefused('UNKNOWN_KEY')))).toBe('expired');
  });

  it('is to begin anew when it is good for less, or for more', async () => {
    expect(await aSession(accept(personWith(['AGENT'])))).toBe('changed');
    expect(await aSession(accept(personWith(['AGENT', 'LEGAL', 'ADMIN'])))).toBe('changed');
  });
});
