import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { lag, parked, redrive, replay, unblock } from './commands.ts';

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
      response.end(JSON.stringify(answer ?? { found: false, error: 'No aggregate of this id is blocked.' }));
    });
  });
  return listening(server);
};

const listening = async (server: Server) => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // An address of a TCP server is never a path.
  return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
};

/** Answers these paths, and to all others as a server does that is no service's operations listener. */
const answering = (answers: Readonly<Record<string, unknown>>) =>
  listening(
    createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(JSON.stringify(answer ?? { statusCode: 404, error: 'Not Found', message: 'Route not found' }));
    }),
  );

const parkedEvent = (id: number) => ({
  id: String(id),
  consumer: 'crm.sales',
  tenant: AGGREGATE,
  type: null,
  aggregateKey: AGGREGATE,
  topic: 'crm.sales.lead.fact.v1',
  partition: 0,
  offset: '1',
  cause: 'TypeError: no',
  behind: false,
  attempts: 1,
  parkedAt: '2026-11-22T08:00:00Z',
});

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

  describe('where somebody cannot say', () => {
    const others: Server[] = [];
    const also = async (name: string, answers: Readonly<Record<string, unknown>>) => {
      const { server: other, url } = await answering(answers);
      others.push(other);
      services[name] = url;
    };
    afterEach(() => {
      for (const each of others.splice(0)) each.close();
    });
    const nowhere = 'http://127.0.0.1:1';

    it('says how the others are, who does not answer and what is not known, and that this is not all', async () => {
      const outbox = { rows: 70, oldestSeconds: 3_600, blockedAggregates: 0 };
      const none = { events: 0, aggregates: 0, oldestSeconds: 0 };
      await also('marketing', { '/events/lag': { outbox, partitions: null, parked: none } });
      services['service'] = nowhere;

      const { text, isIncomplete } = await lag(services);
      expect(text).toMatch(/sales +1 /);
      expect(text).toMatch(/marketing +70 +3600 s +0 +\? +0/);
      expect(text).toMatch(/marketing: it is not known what is left to read/);
      expect(text).toMatch(/service does not answer/);
      expect(isIncomplete).toBe(true);
    });

    it('takes nobody else’s word for nothing being there', async () => {
      services = {};
      await also('sales', {});
      expect(await parked(services)).toMatchObject({ isIncomplete: true });
      expect((await parked(services)).text).toMatch(/^\s*sales: there is no .*parked/);
      await expect(replay(services, 'sales', 'start')).rejects.toThrow(/there is no .*replay/);
      await expect(unblock(services, AGGREGATE)).rejects.toThrow(/there is no .*unblock/);
    });

    it('lets one go that is blocked, whoever else is down, and says who is', async () => {
      services['service'] = nowhere;
      const { text, isIncomplete } = await unblock(services, AGGREGATE);
      expect(text).toMatch(/tried again by sales[^]*service does not answer/);
      expect(isIncomplete).toBe(true);
    });
  });

  describe('of more events than a service lists', () => {
    beforeEach(() => {
      server.close();
    });
    const many = async () => {
      const { server: other, url } = await answering({
        '/events/parked?limit=1000': Array.from({ length: 1_000 }, (_, id) => parkedEvent(id)),
        [`/events/parked?limit=1&aggregateKey=of-the-last`]: [parkedEvent(2_000)],
        '/events/redrive': { handled: 1, stillParked: 0 },
      });
      server = other;
      return { sales: url };
    };

    it('says that these are not all', async () => {
      expect((await parked(await many())).text).toMatch(/sales may have parked more/);
    });

    it('tries one again by its name, listed or not', async () => {
      expect((await redrive(await many(), 'of-the-last')).text).toMatch(/sales +1 +0/);
    });
  });
});
