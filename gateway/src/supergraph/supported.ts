import { parse } from 'graphql';

import { protectionsOf, withoutSecurityPurpose } from '../authorization/links.ts';
import { type Requirements, requirementsOf } from '../authorization/requirements.ts';

export type Servable = {
  /** As the planner takes it. */
  readonly sdl: string;
  /** What has to be enforced while it is served. */
  readonly requirements: Requirements;
};

/**
 * What the gateway may serve of a supergraph. Serving one without enforcing the protection that it asks for would open
 * what its authors closed: throws when `enforces` is false and it asks for any, and when it asks for some of which
 * nothing can be found.
 */
export const servable = (supergraph: string, { enforces }: { readonly enforces: boolean }): Servable => {
  const protections = protectionsOf(parse(supergraph, { noLocation: true }));
  const requirements = requirementsOf(supergraph);
  if (protections.length === 0) return { sdl: supergraph, requirements };
  const names = protections.map(({ directive }) => `@${directive}`).join(', ');
  if (!enforces) {
    throw new Error(`The supergraph uses ${names}, which this gateway does not enforce: it refuses to serve it.`);
  }
  if (requirements.size === 0) {
    throw new Error(`The supergraph declares ${names}, but no field has any: it refuses to serve what it cannot read.`);
  }
  return { sdl: withoutSecurityPurpose(supergraph), requirements };
};
