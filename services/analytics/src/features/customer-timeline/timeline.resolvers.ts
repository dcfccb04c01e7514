import { connectionOf, isSelected } from '@crm/graphql';
import { parseId } from '@crm/kernel';

import type { FeatureResolvers } from '../../context.ts';
import { namesActors } from './timeline.queries.ts';
import { detailsOf, titleOf } from './timeline.rules.ts';

export const timelineResolvers = {
  Customer: {
    __resolveReference: ({ id }, { timeline }) => {
      const known = parseId('Customer', id);
      return known ? timeline.customerById.load(known) : null;
    },
    timeline: async ({ id }, request, { timeline, caller }, info) => {
      if (!caller.access.can('Timeline', 'read')) return null;
      const { page, totalCount } = await timeline.ofCustomers(id, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  TimelineEntry: {
    __resolveReference: ({ id }, { timeline }) => {
      const known = parseId('TimelineEntry', id);
      return known ? timeline.entryById.load(known) : null;
    },
    title: ({ type }, _arguments, { language }) => titleOf(type, language),
    actor: ({ actorId }, _arguments, { caller }) => (actorId && namesActors(caller.access) ? { id: actorId } : null),
    subject: ({ subjectType, subjectId }) => ({ type: subjectType, id: subjectId }),
    details: ({ type, data, subjectType }, _arguments, { caller: { access } }) => [
      ...detailsOf(type, data, (field) => !access.queryable(subjectType, field)),
    ],
  },
} satisfies FeatureResolvers;
