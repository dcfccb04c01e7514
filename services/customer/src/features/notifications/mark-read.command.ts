import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept } from '@crm/kernel';
import type { Transact } from '@crm/persistence';

import { notificationRead } from './notification.event.ts';
import { notifications } from './notification.repository.ts';
import { type NotificationId, type SaidMarking, readMarking } from './notification.rules.ts';

export type MarkParts = { readonly transact: Transact; readonly clock: Clock };

/** Gives those that were unread, newest first. */
export type MarkRead = (
  caller: Caller,
  input: SaidMarking,
) => Promise<Result<readonly NotificationId[], CommonRefusal>>;

/** Marks what is in the caller's own inbox as read. Saying it again changes nothing more. */
export const markRead =
  ({ transact, clock }: MarkParts): MarkRead =>
  ({ actor }, input) =>
    transact(actor, async ({ db, announce }): ReturnType<MarkRead> => {
      const marking = readMarking(input);
      if (!marking.ok) return marking;
      const now = clock.now();
      const marked = await notifications(db).markRead(actor, marking.value, now);
      announce(...marked.map((each) => notificationRead(each, now)));
      return accept(marked.map(({ id }) => id));
    });
