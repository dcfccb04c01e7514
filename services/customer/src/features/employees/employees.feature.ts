import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type EmployeeParts, createEmployee } from './create-employee.command.ts';
import { type EmployeeRow, employeesByIds, listEmployees } from './employee.queries.ts';
import { updateEmployee } from './update-employee.command.ts';

/** All that can be asked of employees, and what one request asks for together. */
export const employeesFeature = (parts: EmployeeParts & { readonly read: Read }) => {
  const byIds = employeesByIds(parts.read);
  return {
    createEmployee: createEmployee(parts),
    updateEmployee: updateEmployee(parts),
    list: listEmployees(parts.read),
    byIds,
    perRequest: (caller: Caller) => ({
      byId: loaderOf<EmployeeRow>(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
    }),
  };
};

export type EmployeesFeature = ReturnType<typeof employeesFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type EmployeesApi = EmployeesFeature & ReturnType<EmployeesFeature['perRequest']>;
