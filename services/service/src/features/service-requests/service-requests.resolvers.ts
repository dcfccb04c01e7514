import { connectionOf, idReader, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { CreateServiceRequestInput } from '../../__generated__/graphql.ts';
import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { AtVersion } from './change-service-request.commands.ts';
import type { NewServiceRequest } from './create-service-request.command.ts';
import type { ServiceRequest, ServiceRequestId } from './service-request.rules.ts';
import { seenRequest } from './service-request.view.ts';

const requestOf = (id: string, { serviceRequests }: RequestContext) => {
  const known = parseId('ServiceRequest', id);
  return known ? serviceRequests.byId.load(known) : null;
};

type Decision = Result<ServiceRequestId, CommonRefusal>;

const payloadOf = async (decision: Decision, asked: string | null, context: RequestContext) => {
  const { serviceRequests, language } = context;
  const load = (id: string) => serviceRequests.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('ServiceRequest', decision, asked, load, language);
  if (record) serviceRequests.rightsOf.clear(record.id);
  return { serviceRequest: record, userErrors: [...userErrors] };
};

const newRequest = (input: CreateServiceRequestInput): Result<NewServiceRequest, CommonRefusal> => {
  const ids = idReader();
  return ids.result({
    ...input,
    customerId: ids.id('Customer', input.customerId, ['input', 'customerId']),
    assigneeId: ids.optional('Employee', input.assigneeId ?? null, ['input', 'assigneeId']),
  });
};

/** Changes the request that the input names, when it names one. */
const change = async <Input extends { readonly id: string; readonly expectedVersion: number }>(
  input: Input,
  context: RequestContext,
  go: (said: Input & AtVersion) => Promise<Decision>,
) => {
  const ids = idReader();
  const said = ids.result({ ...input, id: ids.id('ServiceRequest', input.id, ['input', 'id']) });
  return payloadOf(said.ok ? await go(said.value) : said, input.id, context);
};

const employee = (id: string | null) => (id ? { id } : null);
const seen = (request: ServiceRequest, { caller }: RequestContext) => seenRequest(request, caller.access);

export const serviceRequestResolvers = {
  Query: {
    serviceRequest: (_root, { id }, context) => requestOf(id, context),
    serviceRequests: async (_root, request, { serviceRequests, caller }, info) => {
      const { page, totalCount } = await serviceRequests.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createServiceRequest: async (_root, { input }, context) => {
      const said = newRequest(input);
      return payloadOf(
        said.ok ? await context.serviceRequests.create(context.caller, said.value) : said,
        null,
        context,
      );
    },
    updateServiceRequest: (_root, { input }, context) =>
      change(input, context, (said) => context.serviceRequests.update(context.caller, said)),
    assignServiceRequest: async (_root, { input }, context) => {
      const ids = idReader();
      const assigneeId = ids.result(ids.id('Employee', input.assigneeId, ['input', 'assigneeId']));
      return change(input, context, async (said) =>
        assigneeId.ok
          ? context.serviceRequests.assign(context.caller, { ...said, assigneeId: assigneeId.value })
          : assigneeId,
      );
    },
    startServiceRequest: (_root, { input }, context) =>
      change(input, context, (said) => context.serviceRequests.start(context.caller, said)),
    pauseServiceRequest: (_root, { input }, context) =>
      change(input, context, (said) => context.serviceRequests.pause(context.caller, said)),
    resolveServiceRequest: (_root, { input }, context) =>
      change(input, context, (said) => context.serviceRequests.resolve(context.caller, said)),
    closeServiceRequest: (_root, { input }, context) =>
      change(input, context, (said) => context.serviceRequests.close(context.caller, said)),
    reopenServiceRequest: (_root, { input }, context) =>
      change({ ...input, reason: input.reason ?? null }, context, (said) =>
        context.serviceRequests.reopen(context.caller, said),
      ),
    cancelServiceRequest: (_root, { input }, context) =>
      change({ ...input, reason: input.reason ?? null }, context, (said) =>
        context.serviceRequests.cancel(context.caller, said),
      ),
    deleteServiceRequest: (_root, { input }, context) =>
      change({ ...input, reason: input.reason ?? null }, context, (said) =>
        context.serviceRequests.delete(context.caller, said),
      ),
    restoreServiceRequest: (_root, { input }, context) =>
      change(input, context, (said) => context.serviceRequests.restore(context.caller, said)),
  },

  Customer: {
    __resolveReference: ({ id }) => (parseId('Customer', id) ? { id } : null),
    serviceRequests: async ({ id }, request, { serviceRequests }, info) => {
      const { page, totalCount } = await serviceRequests.ofCustomers(id, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  ServiceRequest: {
    __resolveReference: ({ id }, context) => requestOf(id, context),
    customer: ({ customerId }) => ({ id: customerId }),
    subject: (request, _arguments, context) => seen(request, context).subject,
    description: (request, _arguments, context) => seen(request, context).description,
    solution: (request, _arguments, context) => seen(request, context).solution,
    cause: (request, _arguments, context) => seen(request, context).cause,
    movedBecause: (request, _arguments, context) => seen(request, context).movedBecause,
    assignee: ({ assigneeId }) => employee(assigneeId),
    owner: ({ ownerId }) => employee(ownerId),
    department: ({ departmentId }) => (departmentId ? { id: departmentId } : null),
    createdBy: ({ createdBy }) => employee(createdBy),
    updatedBy: ({ updatedBy }) => employee(updatedBy),
    availableActions: (request, _arguments, { serviceRequests }) => serviceRequests.actionsOn(request),
  },
} satisfies FeatureResolvers;
