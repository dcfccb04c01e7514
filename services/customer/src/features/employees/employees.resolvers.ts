import { connectionOf, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { EmployeeId } from './employee.rules.ts';

const employeeOf = (id: string, { employees }: RequestContext) => {
  const known = parseId('Employee', id);
  return known ? employees.byId.load(known) : null;
};

const payloadOf = async (
  decision: Result<EmployeeId, CommonRefusal>,
  asked: string | null,
  { employees, language }: RequestContext,
) => {
  // What was read before a change is no longer true.
  const load = (id: string) => employees.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Employee', decision, asked, load, language);
  return { employee: record, userErrors };
};

export const employeeResolvers = {
  Query: {
    me: (_root, _arguments, context) => employeeOf(context.caller.actor.employee ?? '', context),
    employee: (_root, { id }, context) => employeeOf(id, context),
    employees: async (_root, request, { employees, caller }, info) => {
      const { page, totalCount } = await employees.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createEmployee: async (_root, { input }, context) => {
      const decision = await context.employees.createEmployee(context.caller, input);
      return payloadOf(decision, null, context);
    },
    updateEmployee: async (_root, { input }, context) => {
      const decision = await context.employees.updateEmployee(context.caller, input);
      return payloadOf(decision, input.id, context);
    },
  },

  Employee: {
    __resolveReference: ({ id }, context) => employeeOf(id, context),
    title: ({ title }, _arguments, { caller }) => caller.access.shown('Employee', 'title', title, 'text'),
    email: ({ email }, _arguments, { caller }) => caller.access.shown('Employee', 'email', email, 'email'),
    department: ({ departmentId }, _arguments, { departments }) => departments.byId.load(departmentId),
    manager: ({ managerId }, _arguments, { employees }) => (managerId ? employees.byId.load(managerId) : null),
  },
} satisfies FeatureResolvers;
