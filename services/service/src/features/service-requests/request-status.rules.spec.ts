import type { Id } from '@crm/kernel';
import { newId } from '@crm/kernel';
import fc from 'fast-check';

import { actionsOn } from './request-actions.rules.ts';
import {
  type Status,
  TRANSITIONS,
  assign,
  close,
  moveTo,
  reachable,
  reopen,
  resolve,
  start,
} from './request-status.rules.ts';

/** As the business tells it: where a request can go from where it is. */
const ROADS: Readonly<Record<Status, readonly Status[]>> = {
  NEW: ['ASSIGNED', 'RESOLVED', 'CANCELLED'],
  ASSIGNED: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  IN_PROGRESS: ['PENDING_CUSTOMER', 'PENDING_THIRD_PARTY', 'RESOLVED', 'CANCELLED'],
  PENDING_CUSTOMER: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  PENDING_THIRD_PARTY: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  RESOLVED: ['CLOSED', 'REOPENED'],
  REOPENED: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  CLOSED: [],
  CANCELLED: [],
};

const NOW = new Date('2026-11-22T09:00:00Z');
const LONG_AGO = new Date('2026-11-15T08:59:59Z');
const statuses = fc.constantFrom(...(Object.keys(TRANSITIONS) as Status[]));
const standingAt = (status: Status, resolvedAt: Date | null = null) => ({ status, resolvedAt });
const standings = fc.record({ status: statuses, resolvedAt: fc.constantFrom(NOW, LONG_AGO) });

describe('the way of a service request', () => {
  it('follows the roads of the business and no others', () => {
    fc.assert(
      fc.property(statuses, statuses, (from, to) => {
        expect(moveTo(standingAt(from, NOW), to, NOW).ok).toBe(ROADS[from].includes(to));
      }),
    );
  });

  it('is told to whoever asks for another: the refusal names every road that is open', () => {
    fc.assert(
      fc.property(standings, statuses, (request, to) => {
        const decision = moveTo(request, to, NOW);
        if (decision.ok) return;
        expect(decision.refusal).toEqual({
          kind: 'illegal-transition',
          from: request.status,
          to,
          allowed: reachable(request, NOW),
        });
      }),
    );
  });

  it('can be gone back for 7 days after it was resolved, to the second', () => {
    expect(reopen(standingAt('RESOLVED', new Date('2026-11-15T09:00:00Z')), NOW)).toEqual({
      ok: true,
      value: { status: 'REOPENED', resolvedAt: null },
    });
    expect(reopen(standingAt('RESOLVED', LONG_AGO), NOW)).toMatchObject({ refusal: { allowed: ['CLOSED'] } });
  });
});

describe('assigning', () => {
  const place = { ownerId: newId('Employee'), departmentId: newId('Department') };

  it('begins the way of what is new or reopened, and leaves work under way as it stands', () => {
    const assignedFrom = (status: Status) => assign(standingAt(status), place, NOW);
    expect(assignedFrom('NEW')).toMatchObject({ value: { status: 'ASSIGNED', assigneeId: place.ownerId } });
    expect(assignedFrom('REOPENED')).toMatchObject({ value: { status: 'ASSIGNED' } });
    expect(assignedFrom('PENDING_CUSTOMER')).toMatchObject({ value: { status: 'PENDING_CUSTOMER' } });
    expect(assignedFrom('CLOSED')).toMatchObject({ refusal: { kind: 'illegal-transition' } });
  });
});

describe('starting', () => {
  const standing = (assigneeId: Id<'Employee'> | null) => ({ ...standingAt('REOPENED'), assigneeId });

  it('is taking it, when nobody is assigned', () => {
    const li = newId('Employee');
    expect(start(standing(null), li, NOW)).toMatchObject({ value: { status: 'IN_PROGRESS', assigneeId: li } });
  });

  it('is refused to a service account while nobody is assigned', () => {
    expect(start(standing(null), null, NOW)).toMatchObject({ refusal: { problems: [{ path: ['input', 'id'] }] } });
  });
});

describe('resolving', () => {
  const standing = (kind: 'QUESTION' | 'INCIDENT') => ({ ...standingAt('NEW'), kind });

  it('needs an answer, and the cause where something was wrong', () => {
    expect(resolve(standing('QUESTION'), { solution: ' Page 3 ' }, NOW)).toEqual({
      ok: true,
      value: { status: 'RESOLVED', solution: 'Page 3', cause: null, resolvedAt: NOW },
    });
    expect(resolve(standing('INCIDENT'), { solution: ' ' }, NOW)).toMatchObject({
      refusal: {
        problems: [
          { path: ['input', 'solution'], problem: 'required' },
          { path: ['input', 'cause'], problem: 'required' },
        ],
      },
    });
  });

  it('comes before closing', () => {
    expect(close(standingAt('RESOLVED', NOW), NOW)).toEqual({ ok: true, value: { status: 'CLOSED', closedAt: NOW } });
    expect(close(standingAt('NEW'), NOW)).toMatchObject({ ok: false });
  });
});

describe('what is offered to a reader', () => {
  const rights = { mayUpdate: true, mayAssign: true, mayDelete: true, mayRestore: true };
  const live = { ...standingAt('RESOLVED', NOW), deletedAt: null };

  it('is what the status and his roles allow', () => {
    expect(actionsOn({ ...standingAt('ASSIGNED'), deletedAt: null }, rights, false, NOW)).toEqual([
      'UPDATE',
      'START',
      'RESOLVE',
      'CANCEL',
      'ASSIGN',
      'DELETE',
    ]);
    expect(actionsOn(live, { ...rights, mayUpdate: false, mayDelete: false }, false, NOW)).toEqual([]);
  });

  it('is, through the portal, what concerns the customer', () => {
    expect(actionsOn(live, rights, true, NOW)).toEqual(['UPDATE', 'REOPEN']);
  });

  it('is to restore, and nothing else, what is in the bin', () => {
    expect(actionsOn({ ...live, deletedAt: NOW }, rights, false, NOW)).toEqual(['RESTORE']);
  });
});
