import { existsSync } from 'node:fs';

import { z } from 'zod';

import { DEMO_TENANTS, type DemoPerson, firstPeople } from '../demo/index.ts';
import { type Minting, mintToken } from '../issuer/tokens.ts';
import { Trouble } from '../local/trouble.ts';
import type { Layout } from './layout.ts';
import { readState } from './secrets.ts';

const PEOPLE = z.array(
  z.object({
    tenant: z.string(),
    role: z.string(),
    subject: z.string(),
    name: z.string(),
    employeeId: z.string().nullable(),
    departmentPath: z.array(z.string()),
  }),
);

/** Those whom tokens are made for: the demo company's people once it is there, one per role before. */
export const peopleOf = async ({ people }: Layout): Promise<readonly DemoPerson[]> =>
  existsSync(people) ? readState(people, PEOPLE) : firstPeople();

const tenantIdOf = (key: string): string => DEMO_TENANTS.find((each) => each.key === key)?.id ?? key;

/** A fresh token for a person. */
export const tokenFor = (minting: Minting, person: DemoPerson): Promise<string> =>
  mintToken(minting, person, tenantIdOf(person.tenant));

export type Tokens = Record<string, Record<string, string>>;

/** A token per tenant and role; of several people of one role, the first's. */
export const sampleTokens = async (minting: Minting, people: readonly DemoPerson[]): Promise<Tokens> => {
  const tokens: Tokens = {};
  for (const person of people) {
    const ofTenant = (tokens[person.tenant] ??= {});
    ofTenant[person.role] ??= await tokenFor(minting, person);
  }
  return tokens;
};

/** The person meant by a tenant (its key or id) and a role. Refuses (Trouble) with what there is. */
export const personIn = (people: readonly DemoPerson[], tenant: string | undefined, role: string): DemoPerson => {
  const key = DEMO_TENANTS.find(({ id }) => id === tenant)?.key ?? tenant ?? DEMO_TENANTS[0].key;
  const found = people.find((each) => each.tenant === key && each.role === role.toUpperCase());
  if (found) return found;
  const tenants = [...new Set(people.map((each) => each.tenant))].join(', ');
  const roles = [...new Set(people.map((each) => each.role))].join(', ');
  throw new Trouble(`Nobody is ${role} in ${key}. Tenants: ${tenants}. Roles: ${roles}.`);
};
