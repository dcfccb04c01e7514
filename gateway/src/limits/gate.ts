import type { Identity } from '@crm/graphql/assertion';
import { type Result, accept, refuse } from '@crm/kernel';
import { type GraphQLSchema, type OperationDefinitionNode, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';

import { createAtOnce } from './at-once.ts';
import { createBuckets } from './buckets.ts';
import { type CostModel, costModelOf } from './cost-model.ts';
import { type Variables, costOf } from './cost.ts';
import { costKeyOf } from './field-cost.ts';
import { type Inspected, createInspection } from './inspection.ts';
import { createPlans } from './plans.ts';
import { type DoorRefusal, noOperation, rateLimited, tooMuch } from './refusals.ts';
import type { LimitSettings } from './settings.ts';
import { isDeeperThan } from './variables-depth.ts';

/** Who asks, as far as budgets are concerned. */
export type Asker = { readonly identity: string | null; readonly address: string };

export type Priced = {
  readonly estimated: number;
  readonly limit: number;
  /** Points left in the asker's budget, the smaller of identity and address. */
  readonly remaining: number;
};
export type Admitted = { readonly cost: Priced; readonly leave: () => void };

/** What answering an operation costs, and the plan that it goes by: to be paid for where it is new. */
type Quote = { readonly cost: number; readonly inspected: Inspected; readonly plan: string };

/** What is no GraphQL costs what looking at it costs: next to nothing. */
const NEXT_TO_NOTHING = 1;
/** Points for planning. It takes some 50 ms of a core, as reading several hundred records does. */
export const NEW_PLAN = 500;
const REMEMBERED_COSTS = 5_000;
const REMEMBERED_CHARACTERS = 4_000_000;
/** Between the start and the first supergraph nobody is served, so nothing is priced. */
const NO_SCHEMA: CostModel = costModelOf('schema { query: Query } type Query { _: Boolean }');

/**
 * All that is decided about a request before it is planned. Works on any graph; `schemaChanged` tells it which.
 * @param now milliseconds, of a clock that budgets are refilled by.
 */
export const createGate = (limits: LimitSettings, now: () => number = Date.now) => {
  const enter = createAtOnce(limits);
  const { spend, charge } = createBudgets(limits, now);
  const plans = createPlans();
  const { price, schemaChanged } = createPrices(limits, plans);
  const { inspect, remember } = createInspection(limits);
  const planningOf = (quote: Quote | null) => (quote && plans.isNew(quote.plan) ? NEW_PLAN : 0);
  const know = ({ inspected, plan }: Quote) => {
    remember(inspected);
    plans.paidFor(plan);
  };
  return {
    inspect,
    price,
    spend,
    charge,
    schemaChanged,
    /**
     * Budgets and a place for one request; `leave` gives the place back. Only what is let in is known from then on.
     * @param quote null for what is no GraphQL: it will not be planned.
     */
    admit: (asker: Asker, quote: Quote | null): Result<Admitted, DoorRefusal> => {
      const place = enter(asker.identity ?? asker.address);
      if (!place.ok) return place;
      const priced = spend(asker, quote?.cost ?? NEXT_TO_NOTHING, planningOf(quote));
      if (!priced.ok) place.value();
      else if (quote) know(quote);
      return priced.ok ? accept({ cost: priced.value, leave: place.value }) : priced;
    },
  };
};

/** The estimated cost of one operation of a document that was let in. */
const createPrices = (limits: LimitSettings, plans: ReturnType<typeof createPlans>) => {
  const costs = new LRUCache<string, number>({
    max: REMEMBERED_COSTS,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, key) => key.length,
  });
  let model = NO_SCHEMA;

  const estimate = ({ document }: Inspected, operation: OperationDefinitionNode, { query, variables = {} }: Asked) => {
    const key = `${operation.name?.value ?? ''} ${costKeyOf(model, operation, variables)} ${query}`;
    const earlier = costs.get(key);
    if (earlier !== undefined) return earlier;
    const cost = costOf(model, document, operation, variables);
    costs.set(key, cost);
    return cost;
  };
  return {
    price: (inspected: Inspected, asked: Asked, identity: Identity | null): Result<Quote, DoorRefusal> => {
      if (isDeeperThan(limits.variablesDepth, asked.variables)) {
        return refuse(tooMuch('variablesDepth', limits.variablesDepth));
      }
      const operation = operationOf(inspected, asked.operationName);
      if (!operation) return refuse(noOperation(asked.operationName));
      const cost = estimate(inspected, operation, asked);
      if (cost > limits.cost) return refuse(tooMuch('cost', limits.cost, cost));
      const plan = plans.keyOf({ inspected, operation, variables: asked.variables ?? {}, identity });
      return accept({ cost, inspected, plan });
    },
    schemaChanged: (supergraph: string, schema: GraphQLSchema) => {
      plans.schemaChanged(supergraph, schema);
      model = costModelOf(supergraph);
      costs.clear();
    },
  };
};

/** Takes a cost from both budgets, that of the identity and that of the address, or from neither. */
const createBudgets = (limits: LimitSettings, now: () => number) => {
  // A full budget always holds one operation, or that operation could never be asked.
  const budget = (perSecond: number, burst: number) =>
    createBuckets({
      perSecond,
      burst: Math.max(burst, Number.isFinite(limits.cost) ? limits.cost + NEW_PLAN : burst),
    });
  const identities = budget(limits.identityPerSecond, limits.identityBurst);
  const addresses = budget(limits.addressPerSecond, limits.addressBurst);

  const spend = ({ identity, address }: Asker, estimated: number, extra = 0): Result<Priced, DoorRefusal> => {
    const at = now();
    const cost = estimated + extra;
    const fromAddress = addresses.ask(address, cost, at);
    if (!fromAddress.ok) return refuse(rateLimited('address', cost, fromAddress.refusal));
    const fromIdentity = identity === null ? accept(Infinity) : identities.ask(identity, cost, at);
    if (!fromIdentity.ok) return refuse(rateLimited('identity', cost, fromIdentity.refusal));
    addresses.spend(address, cost, at);
    if (identity !== null) identities.spend(identity, cost, at);
    const remaining = Math.floor(Math.min(fromAddress.value, fromIdentity.value));
    return accept({ estimated, limit: limits.cost, remaining });
  };
  /** What turned out afterwards to have cost more: an address owes it, whatever it has left. */
  const charge = (address: string, cost: number) => {
    addresses.spend(address, cost, now());
  };
  return { spend, charge };
};

export type Gate = ReturnType<typeof createGate>;
type Asked = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Variables | undefined;
};

/** Null when there is none, or no telling which. */
const operationOf = ({ document }: Inspected, name: string | undefined) => {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (name !== undefined) return operations.find((each) => each.name?.value === name) ?? null;
  return operations.length === 1 ? (operations[0] ?? null) : null;
};
