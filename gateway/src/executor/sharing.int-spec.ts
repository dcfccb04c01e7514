import { writeFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';

import type { GatewayConfig } from '../config.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { salesRep, startIssuer } from '../fixtures/issuer.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { slow: Int! quick: Int! } type Mutation { change: Int! }`;

/** Long enough for what is asked at once to meet. */
const SLOW_MS = 150;

const set = async (sharing: GatewayConfig['sharing']) => {
  const folder = await aFolder();
  const resolvers = {
    Query: { slow: () => after(SLOW_MS, 1), quick: () => 1 },
    Mutation: { change: () => 1 },
  };
  const service = await startSubgraph({ name: 'slow', sdl: SDL, resolvers, jwksFile: folder.jwksFile });
  const issuer = await startIssuer();
  await writeFile(folder.supergraph, composed([service]));
  const auth = { issuer: issuer.issuer, audience: 'crm', assertionKey: folder.assertionKey };
  const gateway = await aGateway({ supergraph: folder.supergraph, auth, sharing });
  const stop = async () => {
    await gateway.stop();
    await Promise.all([service.stop(), issuer.stop(), folder.forget()]);
  };
  return { service, issuer, gateway, stop };
};

describe('equal questions at the same time', () => {
  it.each([
    ['off', 4],
    ['subgraphs', 2],
    ['all', 2],
  ] as const)(
    'reach a service as often as they must, with sharing %s: by %i requests for two people',
    async (sharing, most) => {
      const { service, issuer, gateway, stop } = await set(sharing);
      const [one, other] = [await issuer.token(), await issuer.token({ ...salesRep, sub: 'li.na' })];
      const ask = (token: string, nth: number) =>
        gateway.ask('{ slow }', {
          token,
          headers: { traceparent: `00-${String(nth).padStart(32, '1')}-00f067aa0ba902b7-01` },
        });
      const answers = await Promise.all([ask(one, 1), ask(other, 2), ask(one, 3), ask(other, 4)]);
      expect(answers.map(({ data }) => data)).toEqual(Array.from({ length: 4 }, () => ({ slow: 1 })));
      expect(service.seen.filter(({ query }) => query.includes('slow'))).toHaveLength(most);
      await stop();
    },
  );

  it('are not joined by who asks after a change of theirs', async () => {
    const { service, issuer, gateway, stop } = await set('all');
    const token = await issuer.token();
    const before = gateway.ask('{ slow }', { token });
    await after(SLOW_MS / 3);
    await gateway.ask('mutation { change }', { token });
    await Promise.all([before, gateway.ask('{ slow }', { token })]);
    expect(service.seen.filter(({ query }) => query.includes('slow'))).toHaveLength(2);
    await stop();
  });

  it('do not make changes one', async () => {
    const { service, issuer, gateway, stop } = await set('all');
    const token = await issuer.token();
    await Promise.all([1, 2, 3].map(() => gateway.ask('mutation { change }', { token })));
    expect(service.seen.filter(({ query }) => query.startsWith('mutation'))).toHaveLength(3);
    await stop();
  });
});
