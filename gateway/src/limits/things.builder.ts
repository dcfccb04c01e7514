import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { type GatewayConfig, STANDARD_DOOR } from '../config.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import type { startIssuer } from '../fixtures/issuer.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';
import type { LimitSettings } from './settings.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])
  type Thing { id: ID!  name: String  next: Thing  big: String }
  input Deep { inner: Deep  list: [Int!] }
  type Query {
    thing(like: Deep): Thing
    things(first: Int): [Thing!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false, assumedSize: 20)
    slow: String
    vast(characters: Int!): String
  }
  type Mutation { touch: Boolean }`;

type More = Partial<GatewayConfig> & { readonly issuer?: Awaited<ReturnType<typeof startIssuer>> };

const resolvers = {
  Query: {
    thing: () => ({ id: '1', name: 'One', next: { id: '2' }, big: 'é'.repeat(500) }),
    things: (_: unknown, { first = 20 }: { first?: number }) => Array.from({ length: first }, (__, n) => ({ id: n })),
    vast: (_: unknown, { characters }: { characters: number }) => '客'.repeat(characters),
    slow: async () => {
      await pause(600);
      return 'done';
    },
  },
  Mutation: { touch: () => true },
};

/** A gateway with limits of its own over one service, which remembers what reaches it. */
export const aThingsGateway = async (limits: Partial<LimitSettings>, { issuer, ...more }: More = {}) => {
  const folder = await aFolder();
  const service = await startSubgraph({ name: 'things', sdl: SDL, resolvers });
  await writeFile(folder.supergraph, composed([service]));
  const gateway = await aGateway({
    supergraph: folder.supergraph,
    auth: issuer ? { issuer: issuer.issuer, audience: 'crm', assertionKey: folder.assertionKey } : null,
    limits: { ...STANDARD_DOOR.limits, ...limits },
    ...more,
  });
  const stop = async () => {
    await gateway.stop();
    await Promise.all([service.stop(), folder.forget()]);
  };
  return { ...gateway, service, stop };
};
