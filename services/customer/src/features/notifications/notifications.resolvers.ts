import { connectionOf, isSelected, userErrorsOf } from '@crm/graphql';
import { parseId, typeOfId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import { MOST_AT_ONCE, type Notification } from './notification.rules.ts';

const notificationOf = (id: string, { notifications }: RequestContext) => {
  const known = parseId('Notification', id);
  return known ? notifications.byId.load(known) : null;
};

export const notificationResolvers = {
  Query: {
    notification: (_root, { id }, context) => notificationOf(id, context),
    notifications: async (_root, request, { notifications, caller }, info) => {
      const { page, totalCount } = await notifications.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    markNotificationsRead: async (_root, { input }, { notifications, caller, language }, info) => {
      const decision = await notifications.markRead(caller, input);
      if (!decision.ok) {
        return { notifications: null, unreadCount: null, userErrors: userErrorsOf(decision.refusal, language) };
      }
      const ids = decision.value.slice(0, MOST_AT_ONCE);
      const marked = await Promise.all(ids.map((id) => notifications.byId.clear(id).load(id)));
      const unreadCount = isSelected(info, 'unreadCount') ? await notifications.unreadCount(caller) : null;
      return { notifications: marked.filter((each) => each !== null), unreadCount, userErrors: [] };
    },
  },

  Notification: {
    __resolveReference: ({ id }, context) => notificationOf(id, context),
    subject: (notification, _arguments, context) => subjectOf(notification, context),
    actor: ({ actorId }, _arguments, { employees }) => (actorId ? employees.byId.load(actorId) : null),
  },
} satisfies FeatureResolvers;

/** Records of other services that notifications are about: which it is, for its own service to show or to hide. */
const OTHERS = ['Lead', 'ServiceRequest', 'Contract', 'Campaign'] as const;

/** A record of ours as the reader may see it, or a reference to another's. */
const subjectOf = ({ subjectId: id }: Notification, context: RequestContext) => {
  const type = typeOfId(id);
  if (type === 'Customer') return named(type, context.customers.byId.load(id));
  if (type === 'PersonalDataErasure') return named(type, context.personalData.byId.load(id));
  const other = OTHERS.find((each) => each === type);
  return other ? { id, __typename: other } : null;
};

const named = async <Name extends string, Row extends object>(__typename: Name, row: Promise<Row | null>) => {
  const found = await row;
  return found && { ...found, __typename };
};
