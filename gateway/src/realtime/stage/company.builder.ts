import { type Id, newId } from '@crm/kernel';

import type { FixtureContext } from '../../fixtures/subgraph.builder.ts';
import { DESK_SDL, aDesk } from './desk.builder.ts';

type Customer = {
  readonly id: string;
  readonly tenant: string;
  version: number;
  name: string;
  city: string;
  /** Subjects who may not see it. */
  hiddenFrom: readonly string[];
  deleted: boolean;
};
type Filter = {
  readonly and?: readonly Filter[];
  readonly id?: { readonly eq?: string; readonly in?: readonly string[] };
  readonly city?: { readonly eq?: string };
};

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  interface Node { id: ID! }
  type Customer implements Node @key(fields: "id") { id: ID!  name: String!  city: String!  version: Int!  secret: String }
  input IdFilter { eq: ID  in: [ID!] }
  input TextFilter { eq: String }
  input CustomerFilter { and: [CustomerFilter!]  id: IdFilter  city: TextFilter }
  type CustomerConnection { nodes: [Customer!]! }
  type Query { customer(id: ID!): Customer  customers(first: Int, filter: CustomerFilter): CustomerConnection! }
  ${DESK_SDL}`;

/** A customer service that keeps its customers in memory and shows them to whom they belong. */
export const aCustomerService = () => {
  const customers = new Map<string, Customer>();
  const add = (tenant: string, more: Partial<Customer> = {}) => {
    const id: Id<'Customer'> = newId('Customer');
    const usual = { id, tenant, version: 1, name: 'Acme', city: 'Jinan', hiddenFrom: [], deleted: false };
    const customer: Customer = { ...usual, ...more };
    customers.set(id, customer);
    return customer;
  };
  const change = (customer: Customer, what: Partial<Customer>) =>
    Object.assign(customer, { version: customer.version + 1, ...what });
  const desk = aDesk((id, context) => seenBy(customers, context).find((each) => each.id === id) ?? null);
  const own = resolversOf(customers);
  const resolvers = { ...own, ...desk.resolvers, Query: { ...own.Query, ...desk.resolvers.Query } };
  return { name: 'customer', sdl: SDL, resolvers, add, change, desk };
};

const seenBy = (customers: ReadonlyMap<string, Customer>, { actor }: FixtureContext) =>
  [...customers.values()].filter(
    (each) => !each.deleted && each.tenant === actor?.tenant && !each.hiddenFrom.includes(actor.subject),
  );

const resolversOf = (customers: ReadonlyMap<string, Customer>) => {
  const find = (id: string, context: FixtureContext) =>
    seenBy(customers, context).find((each) => each.id === id) ?? null;
  const list = (context: FixtureContext, first: number, filter: Filter) => ({
    nodes: seenBy(customers, context)
      .filter((each) => passes(each, filter))
      .slice(0, first),
  });
  return {
    Query: {
      customer: (_: unknown, { id }: { id: string }, context: FixtureContext) => find(id, context),
      customers: (_: unknown, { first, filter }: { first?: number; filter?: Filter }, context: FixtureContext) =>
        list(context, first ?? 20, filter ?? {}),
    },
    Customer: {
      __resolveReference: ({ id }: { id: string }, context: FixtureContext) => find(id, context),
      secret: () => {
        throw new Error('connection refused at 10.1.2.3');
      },
    },
  };
};

const passes = (customer: Customer, { and = [], id = {}, city }: Filter): boolean =>
  isNamed(customer, id) && (city?.eq ?? customer.city) === customer.city && and.every((each) => passes(customer, each));

const isNamed = ({ id }: Customer, { eq, in: some }: Filter['id'] & object) =>
  (eq ?? id) === id && (some?.includes(id) ?? true);
