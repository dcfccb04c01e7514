import { connectionOf, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { DepartmentId } from './department.rules.ts';

const departmentOf = (id: string, { departments }: RequestContext) => {
  const known = parseId('Department', id);
  return known ? departments.byId.load(known) : null;
};

/** What was read before a change is no longer true of the department, nor of what stands below it. */
const payloadOf = async (
  decision: Result<DepartmentId, CommonRefusal>,
  asked: string | null,
  { departments, language }: RequestContext,
) => {
  departments.ancestorsOf.clearAll();
  const load = (id: string) => departments.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Department', decision, asked, load, language);
  return { department: record, userErrors };
};

export const departmentResolvers = {
  Query: {
    department: (_root, { id }, context) => departmentOf(id, context),
    departments: async (_root, request, { departments, caller }, info) => {
      const { page, totalCount } = await departments.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createDepartment: async (_root, { input }, context) => {
      const decision = await context.departments.createDepartment(context.caller, input);
      return payloadOf(decision, null, context);
    },
    updateDepartment: async (_root, { input }, context) => {
      const decision = await context.departments.updateDepartment(context.caller, input);
      return payloadOf(decision, input.id, context);
    },
  },

  Department: {
    __resolveReference: ({ id }, context) => departmentOf(id, context),
    parent: ({ parentId }, _arguments, { departments }) => (parentId ? departments.byId.load(parentId) : null),
    ancestors: ({ id }, _arguments, { departments }) => departments.ancestorsOf.load(id),
  },
} satisfies FeatureResolvers;
