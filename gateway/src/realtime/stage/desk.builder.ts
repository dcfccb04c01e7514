import { newId } from '@crm/kernel';

import type { FixtureContext } from '../../fixtures/subgraph.builder.ts';

type Notification = {
  readonly id: string;
  readonly tenant: string;
  readonly recipientId: string;
  readonly subjectId: string;
};
type Erasure = { readonly id: string; readonly tenant: string; state: string; done: number; version: number };

/** What the customer service tells people of, and a job of its own. */
export const DESK_SDL = `
  type Notification implements Node @key(fields: "id") { id: ID!  version: Int!  subject: Customer }
  interface Job implements Node { id: ID!  progress: JobProgress! }
  type JobProgress { state: String!  done: Int! }
  type PersonalDataErasure implements Node & Job @key(fields: "id") { id: ID!  progress: JobProgress!  reason: String }
  extend type Query { notification(id: ID!): Notification  personalDataErasure(id: ID!): PersonalDataErasure }`;

export const aDesk = (customerOf: Find<object>) => {
  const notifications = new Map<string, Notification>();
  const erasures = new Map<string, Erasure>();
  const notificationOf = (id: string, { actor }: FixtureContext) => {
    const found = notifications.get(id);
    return found && actor?.tenant === found.tenant && actor.employee === found.recipientId ? found : null;
  };
  const erasureOf = (id: string, { actor }: FixtureContext) => {
    const found = erasures.get(id);
    return found && actor?.tenant === found.tenant ? found : null;
  };

  return {
    notify: (tenant: string, recipientId: string, subjectId: string) => {
      const notification = { id: newId('Notification'), tenant, recipientId, subjectId };
      notifications.set(notification.id, notification);
      return notification;
    },
    begin: (tenant: string) => {
      const erasure: Erasure = { id: newId('PersonalDataErasure'), tenant, state: 'RUNNING', done: 0, version: 1 };
      erasures.set(erasure.id, erasure);
      return erasure;
    },
    goOn: (erasure: Erasure, state = 'RUNNING') =>
      Object.assign(erasure, { state, done: erasure.done + 1, version: erasure.version + 1 }),
    resolvers: resolversOf(notificationOf, erasureOf, customerOf),
  };
};

type Find<Row> = (id: string, context: FixtureContext) => Row | null;

const resolversOf = (notificationOf: Find<Notification>, erasureOf: Find<Erasure>, customerOf: Find<object>) => ({
  Query: {
    notification: (_: unknown, { id }: { id: string }, context: FixtureContext) => notificationOf(id, context),
    personalDataErasure: (_: unknown, { id }: { id: string }, context: FixtureContext) => erasureOf(id, context),
  },
  Notification: {
    __resolveReference: ({ id }: { id: string }, context: FixtureContext) => notificationOf(id, context),
    version: () => 1,
    subject: ({ subjectId }: Notification, _: unknown, context: FixtureContext) => customerOf(subjectId, context),
  },
  PersonalDataErasure: {
    __resolveReference: ({ id }: { id: string }, context: FixtureContext) => erasureOf(id, context),
    progress: ({ state, done }: Erasure) => ({ state, done }),
    reason: () => 'asked for',
  },
});
