import type { Violation } from './code-violations.builder.ts';

const at = (name: string) => `services/sales/src/features/planted/${name}.graphql`;
const inLead = (fields: string) => `"A lead."\ntype Lead {\n  ${fields}\n}\n`;

/** What graph.md forbids, written once each. */
export const GRAPH_VIOLATIONS: readonly Violation[] = [
  ['@graphql-eslint/naming-convention', at('names'), inLead('Lead_Name: String')],
  ['@graphql-eslint/require-description', at('silent'), 'type Lead {\n  id: ID!\n}\n'],
  ['@graphql-eslint/require-deprecation-reason', at('deprecated'), inLead('nick: String @deprecated')],
  ['@graphql-eslint/unique-enum-value-names', at('twice'), '"Grades."\nenum Grade {\n  HOT\n  hot\n}\n'],
  ['sdl/root-descriptions', at('silent-root'), 'extend type Query {\n  lead(id: ID!): Lead\n}\n'],
  ['sdl/mutation-shape', at('mutation'), 'extend type Mutation {\n  "Ends it."\n  closeLead(id: ID!): Lead\n}\n'],
  ['sdl/payload-shape', at('payload'), '"The lead."\ntype CloseLeadPayload {\n  lead: Lead!\n}\n'],
  ['sdl/connection-shape', at('connection'), 'type LeadConnection {\n  edges: [LeadEdge]\n}\n'],
  ['sdl/edge-shape', at('edge'), 'type LeadEdge {\n  cursor: ID\n}\n'],
  ['sdl/bounded-lists', at('unbounded'), inLead('visits: VisitConnection!')],
  ['sdl/bounded-lists', at('plain'), 'extend type Query {\n  "All."\n  leads: [Lead!]!\n}\n'],
  ['sdl/solid-lists', at('holes'), inLead('tags: [String]!')],
  ['sdl/member-names', at('boolean'), inLead('hot: Boolean!')],
  ['sdl/member-names', at('time'), inLead('created: DateTime!')],
  ['sdl/objects-not-ids', at('id'), inLead('ownerId: ID')],
  ['sdl/no-type-prefix', at('prefix'), inLead('leadName: String')],
  ['sdl/no-getters', at('getter'), inLead('getName: String')],
];
