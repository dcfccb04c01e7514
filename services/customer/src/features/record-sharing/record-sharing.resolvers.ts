import { idReader, recordPayload } from '@crm/graphql';
import type { CommonRefusal, Id, Result } from '@crm/kernel';

import type { ShareCustomerInput } from '../../__generated__/graphql.ts';
import type { FeatureResolvers, RequestContext } from '../../context.ts';

const payloadOf = async (decision: Result<Id<'Customer'>, CommonRefusal>, context: RequestContext) => {
  if (decision.ok) context.recordSharing.sharesOf.clear(decision.value);
  const load = (id: string) => context.customers.byId.load(id);
  const { record, userErrors } = await recordPayload('Customer', decision, null, load, context.language);
  return { customer: record, userErrors: [...userErrors] };
};

const readShare = (input: ShareCustomerInput) => {
  const ids = idReader();
  return ids.result({
    level: input.level,
    until: input.until ?? null,
    customerId: ids.id('Customer', input.customerId, ['input', 'customerId']),
    employeeId: ids.optional('Employee', input.employeeId ?? null, ['input', 'employeeId']),
    departmentId: ids.optional('Department', input.departmentId ?? null, ['input', 'departmentId']),
  });
};

export const recordSharingResolvers = {
  Mutation: {
    shareCustomer: async (_root, { input }, context) => {
      const said = readShare(input);
      return payloadOf(said.ok ? await context.recordSharing.shareCustomer(context.caller, said.value) : said, context);
    },
    unshareCustomer: async (_root, { input }, context) => {
      const ids = idReader();
      const said = ids.result({
        customerId: ids.id('Customer', input.customerId, ['input', 'customerId']),
        granteeId: input.granteeId,
      });
      return payloadOf(
        said.ok ? await context.recordSharing.unshareCustomer(context.caller, said.value) : said,
        context,
      );
    },
  },

  Customer: {
    shares: async ({ id }, _arguments, { customers, recordSharing }) => {
      const may = (await customers.actionsOf.load(id))?.actions.includes('SHARE');
      return may ? recordSharing.sharesOf.load(id) : null;
    },
  },

  CustomerShare: {
    grantee: async ({ granteeType, granteeId }, _arguments, { employees, departments }) => {
      if (granteeType === 'EMPLOYEE') {
        const employee = await employees.byId.load(granteeId);
        return employee && { ...employee, __typename: 'Employee' as const };
      }
      const department = await departments.byId.load(granteeId);
      return department && { ...department, __typename: 'Department' as const };
    },
  },
} satisfies FeatureResolvers;
