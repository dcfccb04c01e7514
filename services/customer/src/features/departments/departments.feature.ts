import type { Caller } from '@crm/access';
import { listLoaderOf, loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type DepartmentParts, createDepartment } from './create-department.command.ts';
import {
  type AncestorRow,
  type DepartmentRow,
  departmentAncestors,
  departmentsByIds,
  listDepartments,
} from './department.queries.ts';
import { updateDepartment } from './update-department.command.ts';

/** All that can be asked of departments, and what one request asks for together. */
export const departmentsFeature = (parts: DepartmentParts & { readonly read: Read }) => {
  const byIds = departmentsByIds(parts.read);
  const ancestors = departmentAncestors(parts.read);
  return {
    createDepartment: createDepartment(parts),
    updateDepartment: updateDepartment(parts),
    list: listDepartments(parts.read),
    byIds,
    ancestors,
    perRequest: (caller: Caller) => ({
      byId: loaderOf<DepartmentRow>(
        (ids) => byIds(caller, ids),
        ({ id }) => id,
      ),
      ancestorsOf: listLoaderOf<AncestorRow>(
        (ids) => ancestors(caller, ids),
        ({ descendantId }) => descendantId,
      ),
    }),
  };
};

export type DepartmentsFeature = ReturnType<typeof departmentsFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type DepartmentsApi = DepartmentsFeature & ReturnType<DepartmentsFeature['perRequest']>;
