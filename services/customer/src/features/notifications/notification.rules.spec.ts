import { newId, parseId } from '@crm/kernel';
import fc from 'fast-check';

import {
  type News,
  type Notification,
  forgettingOf,
  notificationOf,
  oldAt,
  readMarking,
} from './notification.rules.ts';

const NOW = new Date('2026-11-22T09:30:00.000Z');
const DAY = 86_400_000;
const [id, rep, manager, lead] = [newId('Notification'), newId('Employee'), newId('Employee'), newId('Lead')];
const assigned: News = { kind: 'LEAD_ASSIGNED', recipientId: rep, subjectId: lead, occurredAt: NOW };
const people = { isRecipientActive: true, actorId: manager };

const told = (news: Partial<News> = {}, known: Partial<typeof people> = {}): Notification | null =>
  notificationOf(id, { ...assigned, ...news }, { ...people, ...known }, NOW);

describe('whoever is concerned', () => {
  it('is told what happened, to which record, and who did it', () => {
    expect(told()).toEqual({
      id,
      recipientId: rep,
      kind: 'LEAD_ASSIGNED',
      subjectId: lead,
      actorId: manager,
      createdAt: NOW,
      readAt: null,
      version: 1,
    });
  });

  it('is told of what a program did as well', () => {
    expect(notificationOf(id, assigned, { ...people, actorId: null }, NOW)).toMatchObject({ actorId: null });
  });

  it('is not told of what he did himself', () => {
    expect(told({ recipientId: manager })).toBeNull();
  });

  it('is not told after he has left, and nobody is nobody', () => {
    expect(told({}, { isRecipientActive: false })).toBeNull();
    expect(told({ recipientId: null })).toBeNull();
    expect(told({ recipientId: newId('Department') })).toBeNull();
  });

  it('is not told of what is more than a week old', () => {
    const ago = (ms: number) => ({ occurredAt: new Date(NOW.getTime() - ms) });
    expect(told(ago(7 * DAY))).not.toBeNull();
    expect(told(ago(7 * DAY + 1))).toBeNull();
  });
});

describe('an inbox', () => {
  it('goes back ninety days, and a day more at most', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (created) => {
          const { dueAt, day } = forgettingOf(created);
          const age = dueAt.getTime() - created.getTime();
          expect(age > 90 * DAY && age <= 91 * DAY).toBe(true);
          expect(created < oldAt(dueAt)).toBe(true);
          // What comes on the next day waits for a look of its own.
          const next = forgettingOf(new Date(created.getTime() + DAY));
          expect([next.day === day, new Date(created.getTime() + DAY) < oldAt(dueAt)]).toEqual([false, false]);
        },
      ),
    );
  });
});

describe('what is to be marked as read', () => {
  const ids = [newId('Notification'), newId('Notification')];

  it('is said by ids, or by the time until which all are meant', () => {
    expect(readMarking({ ids })).toEqual({
      ok: true,
      value: { these: ids.map((each) => parseId('Notification', each)) },
    });
    expect(readMarking({ ids: [] })).toEqual({ ok: true, value: { these: [] } });
    expect(readMarking({ ids: null, before: NOW })).toEqual({ ok: true, value: { until: NOW } });
  });

  it.each([
    ['nothing', {}, 'required', ['input', 'ids']],
    ['both', { ids, before: NOW }, 'not-allowed-here', ['input', 'before']],
    ['more than 200', { ids: Array.from({ length: 201 }, () => id) }, 'too-many', ['input', 'ids']],
    ['a lead', { ids: [id, lead] }, 'not-an-id', ['input', 'ids', '1']],
  ])('is not %s', (_, said, problem, path) => {
    expect(readMarking(said)).toMatchObject({ ok: false, refusal: { problems: [{ problem, path }] } });
  });
});
