import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { ASSERTION_HEADER, signAssertion } from '@crm/graphql';
import { aTenant, administrator, gatewayKeys, startDatabase } from '@crm/testing';

const SERVICES = join(import.meta.dirname, '../../services');

/** A port on which nobody listens: taken, and let go again. */
const deadPort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a port was taken');
  return address.port;
};

type Child = ChildProcessByStdio<null, Readable, Readable>;

const run = (service: string, environment: Readonly<Record<string, string>>): Child =>
  spawn(process.execPath, ['--conditions=source', join(SERVICES, service, 'src/main.ts')], {
    env: { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

type Line = { readonly msg: string; readonly url?: string; readonly operations?: string };

const lineWith = async (child: Child, message: string): Promise<Line> => {
  let written = '';
  for await (const chunk of child.stdout) {
    written += String(chunk);
    for (const each of written.split('\n').slice(0, -1)) {
      const line = JSON.parse(each) as Line;
      if (line.msg === message) return line;
    }
  }
  throw new Error(`it ended without saying "${message}":\n${written}`);
};

describe('a service as a process of its own', () => {
  it('starts on an empty database and without its broker, serves, and ends at once when told to', async () => {
    const database = await startDatabase({ migrate: () => Promise.resolve() });
    const keys = await gatewayKeys();
    const child = run('customer', {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      KAFKA_BROKERS: `127.0.0.1:${String(await deadPort())}`,
      ASSERTION_JWKS: keys.jwksFile,
    });
    const ended = once(child, 'exit');
    try {
      const { url = '', operations = '' } = await lineWith(child, 'ready');
      child.stdout.resume();
      const body = JSON.stringify({ query: '{ customers { totalCount { value } } }' });
      const assertion = signAssertion(keys, administrator(aTenant()), 'customer', body);
      const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };

      const answer = await fetch(url, { method: 'POST', headers, body });
      const health = await Promise.all(['livez', 'readyz', 'metrics'].map((page) => fetch(`${operations}/${page}`)));

      await expect(answer.json()).resolves.toEqual({ data: { customers: { totalCount: { value: 0 } } } });
      expect(health.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await health[1]?.json()).toEqual({ status: 'ready', parts: { database: true, events: false } });
    } finally {
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      await database.stop();
    }
  });

  it('does not start with a configuration that is wrong, and says all that is wrong with it', async () => {
    const child = run('customer', { DATABASE_URL: 'mysql://x', SERVICE_PORT: 'x' });
    const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);

    expect(code).toBe(1);
    expect(said + complained).toMatch(/SERVICE_PORT[^]*DATABASE_URL[^]*KAFKA_BROKERS[^]*ASSERTION_JWKS/);
  });
});
