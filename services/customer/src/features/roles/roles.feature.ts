import type { Caller } from '@crm/access';
import { loaderOf } from '@crm/graphql';
import type { Read } from '@crm/persistence';

import { type RoleRow, listRoles } from './role.queries.ts';
import { type RoleParts, saveRole } from './save-role.command.ts';

/** All that can be asked of roles, and what one request asks for together. */
export const rolesFeature = (parts: RoleParts & { readonly read: Read }) => {
  const list = listRoles(parts.read);
  return {
    saveRole: saveRole(parts),
    list,
    perRequest: (caller: Caller) => ({
      byKey: loaderOf<RoleRow>(
        // A company has few roles: all of them are one small query.
        () => list(caller),
        ({ key }) => key,
      ),
    }),
  };
};

export type RolesFeature = ReturnType<typeof rolesFeature>;
/** As resolvers see it: the feature, with the loaders of one request. */
export type RolesApi = RolesFeature & ReturnType<RolesFeature['perRequest']>;
