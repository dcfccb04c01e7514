import type { Delivered } from '@crm/contracts';
import { type Id, accept, idOf, systemActor } from '@crm/kernel';
import { openDatabase, readOn, transactOn } from '@crm/persistence';
import { directorySubscriptions } from '@crm/runtime';
import type { Identity } from '@crm/graphql';
import { aService } from '@crm/testing';

import { analyticsService } from './service.ts';
import { subscriptions } from './subscriptions.ts';

const ALL = [...directorySubscriptions, ...subscriptions];

export type AskedTimeline = {
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly title: string;
    readonly occurredAt: string;
    readonly actor: { readonly id: string } | null;
    readonly subject: { readonly type: string; readonly id: string };
    readonly details: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: { readonly value: number; readonly isExact: boolean };
};

/** A customer as asked of this service; what was not selected is not there. */
export type AskedCustomer = {
  readonly id: string;
  readonly timeline: AskedTimeline | null;
  readonly metrics: Readonly<Record<string, unknown>> | null;
};

export const WHOLE_TIMELINE = `timeline { nodes { id type title occurredAt actor { id } subject { type id }
  details { name value } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;

/** Asks as the gateway does: for fields of customers that it has from elsewhere. Null: not there for the reader. */
export const customersFor =
  (ask: Awaited<ReturnType<typeof aService>>['ask']) =>
  async (
    who: Identity,
    ids: readonly string[],
    fields = WHOLE_TIMELINE,
    headers: Record<string, string> = {},
  ): Promise<readonly (AskedCustomer | null)[]> => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Customer { id ${fields} } } }`;
    const of = ids.map((id) => ({ __typename: 'Customer', id }));
    const answer = await ask(who, query, { of }, headers);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    // The shape of the query above; what was selected of it is up to the caller.
    return (answer.data as { _entities: (AskedCustomer | null)[] })._entities;
  };

/** The service with a database of its own, and a way to hand it events as its consumer would, without a broker. */
export const aWarehouse = async (definition = analyticsService) => {
  const service = await aService(definition);
  const dataSource = await openDatabase({
    url: service.database.appUrl,
    entities: [],
    applicationName: 'spec',
    poolSize: 4,
  });
  const transact = transactOn(dataSource);

  const deliverSlowly = async (fact: Delivered, beforeCommit: () => Promise<void>) => {
    const actor = systemActor(idOf(fact.tenant), fact.correlationId);
    await transact(actor, async ({ db }) => {
      for (const each of ALL.filter(({ to }) => to.type === fact.type)) {
        if (each.kind === 'projection') await each.handle(fact, { db, actor });
      }
      await beforeCommit();
      return accept(null);
    });
  };
  const deliver = async (...facts: readonly Delivered[]) => {
    for (const fact of facts) await deliverSlowly(fact, () => Promise.resolve());
  };

  /** All rows of a table of the tenant, in an order that does not depend on how they came. */
  const rowsOf = async (tenant: Id<'Tenant'>, table: string, columns = '*') =>
    readOn(dataSource)({ tenant }, (sql) =>
      sql.query<Record<string, unknown>>(`select ${columns} from ${table} order by generation, id`),
    );

  return {
    ...service,
    customers: customersFor(service.ask),
    dataSource,
    transact,
    deliver,
    deliverSlowly,
    rowsOf,
    stop: async () => {
      await dataSource.destroy();
      await service.stop();
    },
  };
};

export type Warehouse = Awaited<ReturnType<typeof aWarehouse>>;

/** Waits until something holds. */
export const eventually = async (what: string, holds: () => Promise<boolean>, ms = 30_000) => {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${String(ms)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
