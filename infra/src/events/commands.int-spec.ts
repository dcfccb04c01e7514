import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { lag, unblock } from './commands.ts';

const AGGREGATE = '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c';

/** The operations listener of a service of which one aggregate is blocked until it is let go. */
const aService = async () => {
  const blocked = [{ aggregateId: AGGREGATE, eventId: 'one', reason: 'too large', blockedAt: '2026-11-22T08:00:00Z' }];
  const answers: Record<string, () => unknown> = {
    '/events/lag': () => ({
      outbox: { rows: blocked.length, oldestSeconds: 9, blockedAggregates: blocked.length },
      partitions: [],
      parked: { events: 0, aggregates: 0, oldestSeconds: 0 },
    }),
    '/events/blocked': () => blocked,
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const lets = request.url === '/events/unblock' && body.includes(AGGREGATE) && blocked.pop();
      const answer = lets ? { unblocked: true } : answers[request.url ?? '']?.();
      response.statusCode = answer ? 200 : 404;
      response.end(JSON.stringify(answer ?? { error: 'No aggregate of this id is blocked.' }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // An address of a TCP server is never a path.
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
};

describe('npm run events', () => {
  let server: Server;
  let services: Record<string, string>;
  beforeEach(async () => {
    const sales = await aService();
    server = sales.server;
    services = { sales: sales.url };
  });
  afterEach(() => {
    server.close();
  });

  it('names what the broker refuses beside the lag, and lets it go again', async () => {
    expect((await lag(services)).text).toMatch(new RegExp(`sales +${AGGREGATE} +one .* too large`));

    expect((await unblock(services, AGGREGATE)).text).toContain('tried again by sales');
    expect((await lag(services)).text).not.toContain(AGGREGATE);
  });

  it('says so when nothing of that name is blocked', async () => {
    await expect(unblock(services, 'other')).rejects.toThrow('other is not blocked');
  });
});
