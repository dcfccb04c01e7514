import { type Clock, accept, newId } from '@crm/kernel';
import type { Reaction, Work } from '@crm/persistence';
import { schedule } from '@crm/timers';

import { notificationCreated } from './notification.event.ts';
import { notifications } from './notification.repository.ts';
import { type News, type People, forgettingOf, notificationOf, oldAt } from './notification.rules.ts';

export type NotifyParts = {
  readonly clock: Clock;
  /** Whether an employee works here now, and who signs in as a subject. Answered by the employees feature. */
  readonly peopleIn: (
    work: Pick<Work, 'db'>,
    asked: { readonly recipientId: string; readonly actorSubject: string },
  ) => Promise<People>;
};

export type Notify = (reaction: Reaction, news: News, actorSubject: string) => Promise<void>;

export const FORGET_TIMER = 'notifications.forget';

/** Puts news into the inbox of whom they concern, if there is somebody to be told. */
export const notify =
  ({ clock, peopleIn }: NotifyParts): Notify =>
  async ({ transact, actor }, news, actorSubject) => {
    const { recipientId } = news;
    if (recipientId === null) return;
    await transact(actor, async ({ db, announce }) => {
      const now = clock.now();
      const people = await peopleIn({ db }, { recipientId, actorSubject });
      const notification = notificationOf(newId('Notification', now.getTime()), news, people, now);
      if (!notification) return accept(null);
      await notifications(db).add(notification);
      announce(notificationCreated(notification));
      const { day, dueAt } = forgettingOf(now);
      await schedule(db, { kind: FORGET_TIMER, entity: recipientId, slot: day, dueAt });
      return accept(null);
    });
  };

/** An inbox goes back 90 days. Nothing is told of what is left behind: the facts of that time are gone as well. */
export const forgetOld = async (
  { entity, dueAt }: { readonly entity: string; readonly dueAt: Date },
  { transact, actor }: Reaction,
): Promise<void> => {
  await transact(actor, async ({ db }) => {
    await notifications(db).forget(entity, oldAt(dueAt));
    return accept(null);
  });
};
