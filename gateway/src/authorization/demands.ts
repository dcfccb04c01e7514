import type { Identity } from '@crm/graphql/assertion';

import type { Demand } from './requirements.ts';

/**
 * Whether somebody meets all of what a field demands. Nobody (null) meets nothing; a policy that is not known is met by
 * nobody either.
 */
export const meets = (identity: Identity | null, demands: readonly Demand[]): boolean =>
  identity !== null && demands.every((each) => meetsOne(identity, each));

const meetsOne = (identity: Identity, demand: Demand): boolean => {
  switch (demand.kind) {
    case 'authenticated':
      return true;
    case 'scopes':
      return demand.anyOf.some((all) => all.every((scope) => identity.scopes.includes(scope)));
    case 'policies':
      return demand.anyOf.some((all) => all.every((policy) => follows(identity, policy)));
  }
};

const ROLE = 'role:';

/** `role:FINANCE`: holds that role. `employee`: works here. `portal`: is a customer's or a partner's. */
const follows = (identity: Identity, policy: string): boolean => {
  if (policy.startsWith(ROLE)) return identity.roles.includes(policy.slice(ROLE.length));
  if (policy === 'employee') return identity.employee !== null;
  return policy === 'portal' && (identity.customer !== null || identity.partner !== null);
};
