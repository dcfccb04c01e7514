import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Id, type Result, accept, newId, refuse } from '@crm/kernel';
import type { Transact, Work } from '@crm/persistence';

import { sessionsRevoked } from './session-revocation.event.ts';
import { revocations } from './session-revocation.repository.ts';
import { type Revoked, type SaidRevocation, readRevoked, revocation } from './session.rules.ts';

export type SessionParts = {
  readonly transact: Transact;
  readonly clock: Clock;
  /** An employee's subject, and whether the caller may change the record. Answered by the employees feature. */
  readonly employeeFor: (
    work: Work,
    caller: Caller,
    id: Id<'Employee'>,
  ) => Promise<{ readonly subject: string | null; readonly reach: 'hidden' | 'visible' | 'allowed' } | null>;
};

/** Gives the moment: sign-ins from before it are over. */
export type RevokeSessions = (caller: Caller, input: SaidRevocation) => Promise<Result<Date, CommonRefusal>>;

export const revokeSessions =
  (parts: SessionParts): RevokeSessions =>
  (caller, input) =>
    parts.transact(caller.actor, async (work): Promise<Result<Date, CommonRefusal>> => {
      const said = readRevoked(input);
      if (!said.ok) return said;
      const revoked = await mayRevoke(parts, work, caller, said.value);
      return revoked.ok ? accept(await endSessions(work, revoked.value, parts.clock.now())) : revoked;
    });

/**
 * Within the transaction of whoever has decided it: somebody leaves, or it was asked for. Announced when it ends more
 * than was ended already.
 */
export const endSessions = async (work: Work, revoked: Revoked, now: Date): Promise<Date> => {
  const ended = revocation(newId('SessionRevocation', now.getTime()), revoked, now);
  const kept = revocations(work.db);
  await kept.forget(now);
  // Which aggregate it is, the row says: it stays locked from here on.
  const id = await kept.keep(ended);
  if (id !== null) work.announce(sessionsRevoked(await work.claim('session-revocation', id), ended, now));
  return ended.endedAt;
};

/**
 * Whose sign-ins end, when the caller may end them: his own; those of an employee whose record he may change; by subject
 * or token, which may be anybody's, only when he may change every employee's.
 */
const mayRevoke = async (
  parts: SessionParts,
  work: Work,
  caller: Caller,
  said: Revoked,
): Promise<Result<Revoked, CommonRefusal>> => {
  const { actor, access } = caller;
  if (said.employeeId) return ofEmployee(parts, work, caller, said.employeeId);
  const isOwn = said.subject !== null && said.subject === actor.subject;
  const mayChangeAll = access.predicate('Employee', 'update').kind === 'all';
  return isOwn || mayChangeAll ? accept(said) : refuse({ kind: 'forbidden', permission: 'Employee.update' });
};

const ofEmployee = async (
  { employeeFor }: SessionParts,
  work: Work,
  caller: Caller,
  employeeId: Id<'Employee'>,
): Promise<Result<Revoked, CommonRefusal>> => {
  const employee = await employeeFor(work, caller, employeeId);
  const isSelf = caller.actor.employee === employeeId;
  if (!employee || (employee.reach === 'hidden' && !isSelf)) {
    return refuse({ kind: 'not-found', what: 'Employee', path: ['input', 'employeeId'] });
  }
  if (employee.reach === 'visible' && !isSelf) return refuse({ kind: 'forbidden', permission: 'Employee.update' });
  return accept({ employeeId, subject: employee.subject, tokenId: null });
};
