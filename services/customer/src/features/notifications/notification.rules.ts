import { type Id, type Problem, type Result, accept, daysBetween, parseId, refuse, typeOfId } from '@crm/kernel';

export type NotificationKind =
  | 'LEAD_ASSIGNED'
  | 'SERVICE_REQUEST_ASSIGNED'
  | 'CUSTOMER_ASSIGNED'
  | 'CONTRACT_ASSIGNED'
  | 'CAMPAIGN_ASSIGNED'
  | 'RECORD_SHARED'
  | 'PERSONAL_DATA_ERASED';

export type NotificationId = Id<'Notification'>;

/**
 * Something that happened and concerns an employee. By ids alone: it holds nothing of any person, so erasing one
 * leaves nothing to clear here. What the record says is read where it lives, by who may see it.
 */
export type Notification = {
  readonly id: NotificationId;
  readonly recipientId: Id<'Employee'>;
  readonly kind: NotificationKind;
  /** The record; its id says of which type. */
  readonly subjectId: string;
  readonly actorId: Id<'Employee'> | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly version: number;
};

/** What happened, as far as it concerns whoever is named. */
export type News = {
  readonly kind: NotificationKind;
  readonly recipientId: string | null;
  readonly subjectId: string;
  readonly occurredAt: Date;
};

/** The employees in it, as far as we know them. */
export type People = { readonly isRecipientActive: boolean; readonly actorId: Id<'Employee'> | null };

/** An inbox goes back as far. */
export const KEPT_DAYS = 90;
/** What happened earlier is no news: on the day this came to a company, or after a long outage, inboxes stay readable. */
const NEWS_DAYS = 7;

/** The notification of some news; null when there is nobody to tell, or the recipient did it himself. */
export const notificationOf = (id: NotificationId, news: News, people: People, now: Date): Notification | null => {
  const recipientId = news.recipientId === null ? null : parseId('Employee', news.recipientId);
  const isOwnDoing = recipientId === people.actorId;
  if (!recipientId || !people.isRecipientActive || isOwnDoing) return null;
  if (daysBetween(news.occurredAt, now) > NEWS_DAYS) return null;
  const { kind, subjectId } = news;
  return { id, recipientId, kind, subjectId, actorId: people.actorId, createdAt: now, readAt: null, version: 1 };
};

const DAY_MS = 86_400_000;

/**
 * When what was created on a day is old, and the name of that day: one look for all that an employee was told on it.
 */
export const forgettingOf = (createdAt: Date) => {
  const day = Math.floor(createdAt.getTime() / DAY_MS);
  return {
    day: new Date(day * DAY_MS).toISOString().slice(0, 10),
    dueAt: new Date((day + 1 + KEPT_DAYS) * DAY_MS),
  };
};

/** Of a look that was due at a time: what was created before is old. */
export const oldAt = (dueAt: Date) => new Date(dueAt.getTime() - KEPT_DAYS * DAY_MS);

export type SaidMarking = { readonly ids?: readonly string[] | null; readonly before?: Date | null };
/** Which notifications are meant. */
export type Marking = { readonly these: readonly NotificationId[] } | { readonly until: Date };

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

export const MOST_AT_ONCE = 200;

/** Reads which notifications are meant: these, or all until a time. */
export const readMarking = ({ ids, before }: SaidMarking): Result<Marking, InvalidInput> => {
  if (!ids) return before ? accept({ until: before }) : invalid({ path: IDS, problem: 'required' });
  if (before)
    return invalid({ path: ['input', 'before'], problem: 'not-allowed-here', because: 'ids are given already' });
  if (ids.length > MOST_AT_ONCE) return invalid({ path: IDS, problem: 'too-many', max: MOST_AT_ONCE });
  const wrong = ids.flatMap((each, place): readonly Problem[] => {
    const actual = typeOfId(each);
    const path = [...IDS, String(place)];
    return actual === 'Notification' ? [] : [{ path, problem: 'not-an-id', expected: 'Notification', actual }];
  });
  if (wrong.length > 0) return invalid(...wrong);
  return accept({ these: ids.flatMap((each) => parseId('Notification', each) ?? []) });
};

const IDS = ['input', 'ids'];

const invalid = (...problems: readonly Problem[]) => refuse<InvalidInput>({ kind: 'invalid-input', problems });
