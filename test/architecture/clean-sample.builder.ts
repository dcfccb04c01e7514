import type { Files } from './planted.builder.ts';

const manifest = (name: string) =>
  JSON.stringify({
    name: `@crm/${name}`,
    type: 'module',
    exports: { '.': { source: './src/index.ts' } },
    dependencies: {
      graphql: '16.15.0',
      kafkajs: '2.2.4',
      pg: '8.23.1',
      typeorm: '1.1.1',
      ...Object.fromEntries(PACKAGES.map((each) => [`@crm/${each}`, '*'])),
    },
  });

const PACKAGES = [
  'kernel',
  'contracts',
  'persistence',
  'access',
  'graphql',
  'messaging',
  'timers',
  'runtime',
  'testing',
  'infra',
];

const folderOf = (name: string) => (name === 'infra' ? name : `packages/${name}`);

const packages: Files = Object.fromEntries(
  PACKAGES.flatMap((name) => [
    [`${folderOf(name)}/package.json`, manifest(name)],
    [
      `${folderOf(name)}/src/index.ts`,
      `export type ${name.charAt(0).toUpperCase()}${name.slice(1)} = { readonly of: '${name}' };\n`,
    ],
  ]),
);

const FEATURE = 'services/sales/src/features/leads';

/** One feature with a file of every layer, as the architecture wants it. Nothing of it may be complained about. */
export const CLEAN_SAMPLE: Files = {
  ...packages,
  'services/sales/package.json': manifest('sales'),
  'services/sales/src/index.ts': 'export {};\n',
  'services/service/package.json': manifest('service'),
  'services/service/src/index.ts': "export const SERVICE = 'service';\n",

  [`${FEATURE}/leads.graphql`]: `extend type Query {
  "One lead; null when there is none."
  lead(id: ID!): Lead
  "Leads, newest first."
  leads(first: Int = 20, after: String, last: Int, before: String): LeadConnection! @listSize(slicingArguments: ["first", "last"])
}

extend type Mutation {
  "Ends the chase."
  closeLead(input: CloseLeadInput!): CloseLeadPayload!
}

"Somebody who may buy."
type Lead {
  id: ID!
  leadNo: String!
  isHot: Boolean!
  createdAt: DateTime!
}

type LeadConnection {
  edges: [LeadEdge!]!
  nodes: [Lead!]!
  pageInfo: PageInfo!
  totalCount: Count
}

type LeadEdge {
  cursor: String!
  node: Lead!
}

input CloseLeadInput {
  id: ID!
}

"The lead, or why it stays open."
type CloseLeadPayload {
  lead: Lead
  userErrors: [UserError!]!
}
`,
  [`${FEATURE}/lead.rules.ts`]: `import type { Kernel } from '@crm/kernel';

export type Lead = { readonly id: string; readonly kernel: Kernel; readonly closedAt: Date | null };

export const close = (lead: Lead, now: Date): Lead => ({ ...lead, closedAt: now });
`,
  [`${FEATURE}/lead.entity.ts`]: `import { EntitySchema } from 'typeorm';

import type { Lead } from './lead.rules.ts';

export const LeadEntity = new EntitySchema<Lead>({ name: 'Lead', columns: { id: { type: 'uuid', primary: true } } });
`,
  [`${FEATURE}/lead.repository.ts`]: `import type { EntityManager } from 'typeorm';

import { LeadEntity } from './lead.entity.ts';

export const leads = (db: EntityManager) => ({ of: (id: string) => db.getRepository(LeadEntity).findOneBy({ id }) });
`,
  [`${FEATURE}/lead.queries.ts`]: `import type { EntityManager } from 'typeorm';

import { leads } from './lead.repository.ts';

export const leadOf = (db: EntityManager, id: string) => leads(db).of(id);
`,
  [`${FEATURE}/lead-closed.event.ts`]: `import type { Contracts } from '@crm/contracts';

import type { Lead } from './lead.rules.ts';

export const leadClosed = (lead: Lead, contract: Contracts) => ({ contract, id: lead.id });
`,
  [`${FEATURE}/close-lead.command.ts`]: `import type { Contracts } from '@crm/contracts';
import type { Persistence } from '@crm/persistence';

import { leadClosed } from './lead-closed.event.ts';
import { type Lead, close } from './lead.rules.ts';

export const closeLead = (_: Persistence, lead: Lead, now: Date, contract: Contracts) => leadClosed(close(lead, now), contract);
`,
  [`${FEATURE}/visit-recorded.handler.ts`]: `import type { Messaging } from '@crm/messaging';

import { closeLead } from './close-lead.command.ts';

export const onVisitRecorded = (_: Messaging) => closeLead;
`,
  [`${FEATURE}/lead.resolvers.ts`]: `import type { Graphql } from '@crm/graphql';

import { closeLead } from './close-lead.command.ts';

export const leadResolvers = { Mutation: { closeLead: (_: Graphql) => closeLead } };
`,
};
