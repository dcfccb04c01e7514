import { connectionOf, idReader, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { Contract, ContractId } from './contract.rules.ts';
import { seenContract } from './contract.view.ts';

const contractOf = (id: string, { contracts }: RequestContext) => {
  const known = parseId('Contract', id);
  return known ? contracts.byId.load(known) : null;
};

type Decision = Result<ContractId, CommonRefusal>;

const payloadOf = async (decision: Decision, asked: string | null, context: RequestContext) => {
  const load = (id: string) => context.contracts.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Contract', decision, asked, load, context.language);
  if (record) context.contracts.actionsOf.clear(record.id);
  return { contract: record, userErrors: [...userErrors] };
};

/** Goes on when the input names a contract, and answers with it as it is then. */
const onContract = async <Input extends { readonly id: string }>(
  input: Input,
  context: RequestContext,
  go: (said: Input & { readonly id: ContractId }) => Promise<Decision>,
) => {
  const ids = idReader();
  const read = ids.result({ ...input, id: ids.id('Contract', input.id, ['input', 'id']) });
  return payloadOf(read.ok ? await go(read.value) : read, input.id, context);
};

const seen = (contract: Contract, { caller }: RequestContext) => seenContract(contract, caller.access);
const employee = (id: string | null) => (id ? { id } : null);

export const contractResolvers = {
  Query: {
    contract: (_root, { id }, context) => contractOf(id, context),
    contracts: async (_root, request, { contracts, caller }, info) => {
      const { page, totalCount } = await contracts.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createContract: async (_root, { input }, context) => {
      const ids = idReader();
      const said = ids.result({
        ...input,
        customerId: ids.id('Customer', input.customerId, ['input', 'customerId']),
        ownerId: ids.optional('Employee', input.ownerId ?? null, ['input', 'ownerId']),
      });
      return payloadOf(
        said.ok ? await context.contracts.createContract(context.caller, said.value) : said,
        null,
        context,
      );
    },
    updateContract: (_root, { input }, context) =>
      onContract(input, context, (said) => context.contracts.updateContract(context.caller, said)),
    assignContract: async (_root, { input }, context) => {
      const ids = idReader();
      const said = ids.result({
        ...input,
        id: ids.id('Contract', input.id, ['input', 'id']),
        ownerId: ids.id('Employee', input.ownerId, ['input', 'ownerId']),
      });
      return payloadOf(
        said.ok ? await context.contracts.assignContract(context.caller, said.value) : said,
        input.id,
        context,
      );
    },
    voidContract: (_root, { input }, context) =>
      onContract(input, context, (said) => context.contracts.voidContract(context.caller, said)),
    archiveContract: (_root, { input }, context) =>
      onContract(input, context, (said) => context.contracts.archiveContract(context.caller, said)),
    deleteContract: (_root, { input }, context) =>
      onContract(input, context, (said) => context.contracts.deleteContract(context.caller, said)),
    restoreContract: (_root, { input }, context) =>
      onContract(input, context, (said) => context.contracts.restoreContract(context.caller, said)),
  },

  Contract: {
    __resolveReference: ({ id }, context) => contractOf(id, context),
    name: (contract, _arguments, context) => seen(contract, context).name,
    amount: (contract, _arguments, context) => seen(contract, context).amount,
    voidedBecause: (contract, _arguments, context) => seen(contract, context).voidedBecause,
    customer: ({ customerId }) => ({ id: customerId }),
    owner: ({ ownerId }) => employee(ownerId),
    department: ({ departmentId }) => (departmentId ? { id: departmentId } : null),
    createdBy: ({ createdBy }) => employee(createdBy),
    updatedBy: ({ updatedBy }) => employee(updatedBy),
    availableActions: async ({ id }, _arguments, { contracts }) => (await contracts.actionsOf.load(id))?.actions ?? [],
  },

  Customer: {
    __resolveReference: ({ id }) => ({ id }),
    contracts: async ({ id }, request, { contracts }, info) => {
      const { page, totalCount } = await contracts.ofCustomers(id, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },
} satisfies FeatureResolvers;
