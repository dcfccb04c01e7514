import { request } from 'node:http';

import { accept, refuse } from '@crm/kernel';
import type { BlockedAggregate, EventOperations, ParkedRecord } from '@crm/messaging';
import { Registry } from 'prom-client';

import { logOf } from './log.ts';
import { startOperationsServer } from './operations-server.ts';

const parked: ParkedRecord = {
  id: '7',
  consumer: 'crm.sales',
  tenant: '0191c000-0000-7f03-8000-000000000001',
  type: 'customer.customer-state.v1',
  aggregateKey: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
  topic: 'crm.customer.customer.state.v1',
  partition: 2,
  offset: '41',
  cause: 'TypeError: x is not a function',
  behind: false,
  attempts: 1,
  parkedAt: new Date('2026-11-22T08:00:00Z'),
  key: '0199a3c0-7e1f-7101-8a2b-3f9d5e6a7b8c',
  headers: { ce_id: 'one' },
  value: Buffer.from('{"name":"晨光"}'),
};

const blocked: BlockedAggregate = {
  aggregateId: parked.aggregateKey,
  eventId: '0199a3c0-7e1f-7001-8a2b-3f9d5e6a7b8c',
  reason: 'The broker refuses it',
  blockedAt: new Date('2026-11-22T08:00:00Z'),
};

/** One parked event, and a note of what was asked. */
const eventsOf = (asked: unknown[]): EventOperations => ({
  lag: () =>
    Promise.resolve({
      outbox: { rows: 3, oldestSeconds: 1.5, blockedAggregates: 0 },
      partitions: [{ topic: parked.topic, partition: 2, lag: 4 }],
      parked: { events: 1, aggregates: 1, oldestSeconds: 60 },
    }),
  parked: ({ aggregateKey = parked.aggregateKey }) =>
    Promise.resolve([parked].filter((each) => each.aggregateKey === aggregateKey)),
  show: (id) => Promise.resolve(id === parked.id ? parked : null),
  redrive: (filter) => {
    asked.push(filter);
    return Promise.resolve(accept({ handled: 1, stillParked: 0 }));
  },
  discard: (id) => Promise.resolve(id === parked.id),
  replay: (from) => {
    asked.push(from);
    return Promise.resolve(
      from === 'earliest'
        ? refuse({ kind: 'not-replayed', because: 'others stay' })
        : refuse({ kind: 'not-consuming' }),
    );
  },
  blocked: () => Promise.resolve([blocked]),
  unblock: (aggregateId) => Promise.resolve(aggregateId === blocked.aggregateId),
});

describe('an operator', () => {
  const asked: unknown[] = [];
  let server: Awaited<ReturnType<typeof startOperationsServer>>;
  beforeAll(async () => {
    server = await startOperationsServer({
      host: '127.0.0.1',
      port: 0,
      registry: new Registry(),
      check: () => Promise.resolve({ ready: true, parts: {} }),
      events: eventsOf(asked),
      log: logOf('spec', 'silent'),
    });
  });
  afterAll(() => server.stop());

  const get = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    return [response.status, await response.json()] as const;
  };
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return [response.status, await response.json()] as const;
  };

  it('sees how far behind a service is', async () => {
    expect(await get('/events/lag')).toMatchObject([200, { outbox: { rows: 3 }, parked: { events: 1 } }]);
  });

  it('lists parked events without what tenants wrote, and sees one with it', async () => {
    const [, listed] = await get('/events/parked');
    expect(listed).toEqual([expect.objectContaining({ id: '7', cause: parked.cause })]);
    expect(JSON.stringify(listed)).not.toContain('晨光');

    expect(await get(`/events/parked?aggregateKey=${parked.aggregateKey}`)).toEqual([200, listed]);
    expect(await get('/events/parked?aggregateKey=another')).toEqual([200, []]);

    expect(await get('/events/parked/7')).toMatchObject([200, { value: '{"name":"晨光"}', headers: { ce_id: 'one' } }]);
    expect(await get('/events/parked/8')).toMatchObject([404, { found: false }]);
    expect(await get('/events/parked/all')).toMatchObject([400, {}]);
  });

  it('redrives an event, an aggregate or everything, and nothing by mistake', async () => {
    expect(await post('/events/redrive', { id: '7' })).toEqual([200, { handled: 1, stillParked: 0 }]);
    expect((await post('/events/redrive', { aggregateKey: parked.aggregateKey }))[0]).toBe(200);
    expect((await post('/events/redrive', {}))[0]).toBe(400);
    expect((await post('/events/redrive', { id: '7', everything: true }))[0]).toBe(400);
    expect(asked).toEqual([{ id: '7' }, { aggregateKey: parked.aggregateKey }]);
  });

  it('gives an event up, once', async () => {
    expect(await post('/events/discard', { id: '7' })).toEqual([200, { discarded: true }]);
    expect((await post('/events/discard', { id: '8' }))[0]).toBe(404);
  });

  it('is told when a service consumes nothing that could be replayed', async () => {
    asked.length = 0;
    expect((await post('/events/replay', { from: '2026-11-22T08:00:00Z' }))[0]).toBe(503);
    expect((await post('/events/replay', { from: 'yesterday' }))[0]).toBe(400);
    expect(asked).toEqual([new Date('2026-11-22T08:00:00Z')]);
  });

  it('is told why instances that run do not read the topics again', async () => {
    expect(await post('/events/replay', { from: 'start' })).toEqual([
      409,
      { error: 'The topics are not read again: others stay.' },
    ]);
  });

  it('sees which aggregates the broker refuses, and lets one go again', async () => {
    expect(await get('/events/blocked')).toEqual([200, [{ ...blocked, blockedAt: '2026-11-22T08:00:00.000Z' }]]);

    expect(await post('/events/unblock', { aggregateId: blocked.aggregateId })).toEqual([200, { unblocked: true }]);
    expect((await post('/events/unblock', { aggregateId: blocked.eventId }))[0]).toBe(404);
    expect((await post('/events/unblock', { aggregateId: 'all' }))[0]).toBe(400);
  });

  it('is no page on the web that gave this machine another name', async () => {
    const status = await new Promise((resolve) => {
      request(`${server.url}/events/parked`, { headers: { host: 'evil.example' } }, ({ statusCode }) => {
        resolve(statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});
