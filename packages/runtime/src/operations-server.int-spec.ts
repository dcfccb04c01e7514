import { eventOperations } from '@crm/messaging';
import { Counter, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

import { logOf } from './log.ts';
import { startOperationsServer } from './operations-server.ts';

describe('the operations listener', () => {
  const registry = new Registry();
  new Counter({ name: 'crm_things_total', help: 'Things', registers: [registry] }).inc(3);
  const state = { ready: true };
  let server: Awaited<ReturnType<typeof startOperationsServer>>;
  beforeEach(async () => {
    state.ready = true;
    server = await startOperationsServer({
      host: '127.0.0.1',
      port: 0,
      registry,
      check: () => Promise.resolve({ ready: state.ready, parts: { database: state.ready, events: false } }),
      events: eventOperations({ dataSource: new DataSource({ type: 'postgres' }), consumers: () => undefined }),
      log: logOf('spec', 'silent'),
    });
  });
  afterEach(() => server.stop());

  const ready = async () => {
    const response = await fetch(`${server.url}/readyz`);
    return [response.status, await response.json()] as const;
  };

  it('says ready while it can serve, whatever else is away', async () => {
    expect(await ready()).toEqual([200, { status: 'ready', parts: { database: true, events: false } }]);
    state.ready = false;
    expect(await ready()).toEqual([503, { status: 'not ready', parts: { database: false, events: false } }]);
  });

  it('says that it is alive, ready or not, and no longer ready once it drains', async () => {
    server.drain();

    expect(await ready()).toMatchObject([503, { status: 'draining' }]);
    await expect(fetch(`${server.url}/livez`)).resolves.toMatchObject({ status: 200 });
  });

  it('gives its measurements to Prometheus', async () => {
    const response = await fetch(`${server.url}/metrics`);

    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('crm_things_total 3');
  });
});
