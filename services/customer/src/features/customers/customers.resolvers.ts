import { connectionOf, idReader, isSelected, recordPayload, userErrorsOf } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { CreateCustomerInput, UpdateCustomerInput } from '../../__generated__/graphql.ts';
import type { FeatureResolvers, RequestContext } from '../../context.ts';
import { seenContactPoints } from '../../party/contact-point.view.ts';
import type { NewCustomer } from './create-customer.command.ts';
import type { Customer, CustomerId } from './customer.rules.ts';
import { seenAddresses, seenCustomer } from './customer.view.ts';
import type { CustomerUpdate } from './update-customer.command.ts';

const customerOf = (id: string, { customers }: RequestContext) => {
  const known = parseId('Customer', id);
  return known ? customers.byId.load(known) : null;
};

const payloadOf = async (
  decision: Result<CustomerId, CommonRefusal>,
  asked: string | null,
  context: RequestContext,
) => {
  const load = (id: string) => context.customers.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Customer', decision, asked, load, context.language);
  if (record) context.customers.actionsOf.clear(record.id);
  return { customer: record, userErrors: [...userErrors] };
};

/** Reads the ids of an input, and goes on when all of them are ids of the right type. */
const withIds = <Value>(
  read: Result<Value, CommonRefusal>,
  go: (value: Value) => Promise<Result<CustomerId, CommonRefusal>>,
): Promise<Result<CustomerId, CommonRefusal>> => (read.ok ? go(read.value) : Promise.resolve(read));

const newCustomer = (input: CreateCustomerInput): Result<NewCustomer, CommonRefusal> => {
  const ids = idReader();
  return ids.result({
    ...input,
    parentId: ids.optional('Customer', input.parentId ?? null, ['input', 'parentId']),
    ownerId: ids.optional('Employee', input.ownerId ?? null, ['input', 'ownerId']),
  });
};

const customerUpdate = (input: UpdateCustomerInput): Result<CustomerUpdate, CommonRefusal> => {
  const ids = idReader();
  const { parentId, ...rest } = input;
  return ids.result({
    ...rest,
    id: ids.id('Customer', input.id, ['input', 'id']),
    ...(parentId !== undefined && { parentId: ids.optional('Customer', parentId, ['input', 'parentId']) }),
  });
};

const identified = <Input extends { readonly id: string }>(input: Input) => {
  const ids = idReader();
  return ids.result({ ...input, id: ids.id('Customer', input.id, ['input', 'id']) });
};

const MAX_BATCH = 200;

const createOne = async (input: CreateCustomerInput, context: RequestContext) =>
  payloadOf(
    await withIds(newCustomer(input), (said) => context.customers.createCustomer(context.caller, said)),
    null,
    context,
  );

const seen = (customer: Customer, { caller }: RequestContext) => seenCustomer(customer, caller.access);

export const customerResolvers = {
  Query: {
    customer: (_root, { id }, context) => customerOf(id, context),
    customers: async (_root, request, { customers, caller }, info) => {
      const { page, totalCount } = await customers.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createCustomer: (_root, { input }, context) => createOne(input, context),
    createCustomerBatch: async (_root, { input: { items } }, context) => {
      if (items.length > MAX_BATCH) {
        const problem = { path: ['input', 'items'], problem: 'too-many', max: MAX_BATCH } as const;
        return {
          results: [],
          userErrors: userErrorsOf({ kind: 'invalid-input', problems: [problem] }, context.language),
        };
      }
      // One after the other: they share the number range, and two hundred at once would starve everybody else.
      const results = [];
      for (const item of items) results.push(await createOne(item, context));
      return { results, userErrors: [] };
    },
    updateCustomer: async (_root, { input }, context) => {
      const decision = await withIds(customerUpdate(input), (said) =>
        context.customers.updateCustomer(context.caller, said),
      );
      return payloadOf(decision, input.id, context);
    },
    pinCustomerLifecycle: async (_root, { input }, context) => {
      const said = { ...input, lifecycle: input.lifecycle ?? null, reason: input.reason ?? null };
      const decision = await withIds(identified(said), (read) =>
        context.customers.pinCustomerLifecycle(context.caller, read),
      );
      return payloadOf(decision, input.id, context);
    },
    assignCustomer: async (_root, { input }, context) => {
      const ids = idReader();
      const read = ids.result({
        ...input,
        id: ids.id('Customer', input.id, ['input', 'id']),
        ownerId: ids.optional('Employee', input.ownerId ?? null, ['input', 'ownerId']),
      });
      const decision = await withIds(read, (said) => context.customers.assignCustomer(context.caller, said));
      return payloadOf(decision, input.id, context);
    },
    deleteCustomer: async (_root, { input }, context) => {
      const said = { ...input, reason: input.reason ?? null };
      const decision = await withIds(identified(said), (read) =>
        context.customers.deleteCustomer(context.caller, read),
      );
      return payloadOf(decision, input.id, context);
    },
    restoreCustomer: async (_root, { input }, context) => {
      const decision = await withIds(identified(input), (read) =>
        context.customers.restoreCustomer(context.caller, read),
      );
      return payloadOf(decision, input.id, context);
    },
  },

  Customer: {
    __resolveReference: ({ id }, context) => customerOf(id, context),
    name: (customer, _arguments, context) => seen(customer, context).name,
    shortName: (customer, _arguments, context) => seen(customer, context).shortName,
    person: (customer, _arguments, context) => (customer.kind === 'PERSON' ? seen(customer, context) : null),
    industry: (customer, _arguments, context) => seen(customer, context).industry,
    registrationNo: (customer, _arguments, context) => seen(customer, context).registrationNo,
    country: (customer, _arguments, context) => seen(customer, context).country,
    province: (customer, _arguments, context) => seen(customer, context).province,
    city: (customer, _arguments, context) => seen(customer, context).city,
    organizationType: (customer, _arguments, context) => seen(customer, context).organizationType,
    size: (customer, _arguments, context) => seen(customer, context).size,
    website: (customer, _arguments, context) => seen(customer, context).website,
    grade: (customer, _arguments, context) => seen(customer, context).grade,
    source: (customer, _arguments, context) => seen(customer, context).source,
    parent: ({ parentId }, _arguments, context) => (parentId ? customerOf(parentId, context) : null),
    owner: ({ ownerId }, _arguments, { employees }) => (ownerId ? employees.byId.load(ownerId) : null),
    department: ({ departmentId }, _arguments, { departments }) =>
      departmentId ? departments.byId.load(departmentId) : null,
    createdBy: ({ createdBy }, _arguments, { employees }) => (createdBy ? employees.byId.load(createdBy) : null),
    updatedBy: ({ updatedBy }, _arguments, { employees }) => (updatedBy ? employees.byId.load(updatedBy) : null),
    addresses: async ({ id }, _arguments, { customers, caller }) =>
      seenAddresses(await customers.addressesOf.load(id), caller.access),
    contactPoints: async ({ id }, _arguments, { customers, caller }) =>
      seenContactPoints(await customers.contactPointsOf.load(id), caller.access, 'Customer'),
    availableActions: async ({ id }, _arguments, { customers }) => (await customers.actionsOf.load(id))?.actions ?? [],
  },
} satisfies FeatureResolvers;
