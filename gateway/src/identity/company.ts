import { randomUUID } from 'node:crypto';

import type { Identity } from '@crm/graphql/assertion';
import { type Id, gatewayActor } from '@crm/kernel';
import { z } from 'zod';

import type { AskSubgraph } from '../subgraphs/own-questions.ts';

/** Whom an API key speaks for. */
export type Holder = {
  readonly employee: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt: number;
};

/** Sign-ins from before `endedAt` that are over. */
export type Revocation = {
  readonly employee: string | null;
  readonly subject: string | null;
  readonly tokenId: string | null;
  readonly endedAt: number;
};

/** What the gateway asks, on its own account, of whichever service of the graph knows who may sign in. */
export type Company = {
  /** Null: the key speaks for nobody, or the graph knows no keys. */
  readonly holderOf: (tenant: Id<'Tenant'>, id: string, secretHash: string) => Promise<Holder | null>;
  /** None where the graph knows no such thing. */
  readonly revocationsOf: (tenant: Id<'Tenant'>) => Promise<readonly Revocation[]>;
};

const HOLDER =
  'query ApiKeyHolder($id: ID!, $secretHash: String!) { apiKeyHolder(id: $id, secretHash: $secretHash) { actsFor roles scopes expiresAt } }';
const REVOCATIONS = 'query SessionRevocations { sessionRevocations { sessionsOf subject tokenId endedAt } }';

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const holder = z.object({
  apiKeyHolder: z
    .object({
      actsFor: z.string().nullable(),
      roles: z.array(z.string()),
      scopes: z.array(z.string()),
      expiresAt: moment,
    })
    .nullable(),
});
const revocations = z.object({
  sessionRevocations: z.array(
    z.object({
      sessionsOf: z.string().nullable(),
      subject: z.string().nullable(),
      tokenId: z.string().nullable(),
      endedAt: moment,
    }),
  ),
});

type Setup = {
  readonly ask: AskSubgraph;
  /** The subgraph that answers a field of Query in the graph being served; null when none does. */
  readonly answererOf: (field: string) => string | null;
};

/** Rejects when the service gives no answer. */
export const companyOf = ({ ask, answererOf }: Setup): Company => ({
  holderOf: async (tenant, id, secretHash) => {
    const service = answererOf('apiKeyHolder');
    if (!service) return null;
    const answer = await ask(
      service,
      { name: 'ApiKeyHolder', query: HOLDER, variables: { id, secretHash } },
      ourselves(tenant),
    );
    const { apiKeyHolder: found } = holder.parse(answer);
    return found && { employee: found.actsFor, roles: found.roles, scopes: found.scopes, expiresAt: found.expiresAt };
  },
  revocationsOf: async (tenant) => {
    const service = answererOf('sessionRevocations');
    if (!service) return [];
    const answer = await ask(
      service,
      { name: 'SessionRevocations', query: REVOCATIONS, variables: {} },
      ourselves(tenant),
    );
    const { sessionRevocations: found } = revocations.parse(answer);
    return found.map(({ sessionsOf, subject, tokenId, endedAt }) => ({
      employee: sessionsOf,
      subject,
      tokenId,
      endedAt,
    }));
  },
});

const ourselves = (tenant: Id<'Tenant'>): Identity => gatewayActor(tenant, randomUUID());
