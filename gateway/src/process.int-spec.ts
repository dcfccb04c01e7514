import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

import { aFolder, composed } from './fixtures/gateway.builder.ts';
import { listenOnFreePort } from './fixtures/listen.builder.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const SDL = 'type Query { slow: String }';
const WORK_MS = 700;
const ASK = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ slow }"}' };

/** Answers health at once and everything else after a while; or nothing at all, while it is away. */
const aSlowService = async () => {
  const state = { isAway: false, asked: 0 };
  const server = createServer((request, reply) => {
    request.setEncoding('utf8');
    void request.toArray().then(async (chunks: readonly string[]) => {
      state.asked += 1;
      if (state.isAway) return reply.writeHead(503).end();
      const isHealth = chunks.join('').includes('__typename');
      if (!isHealth) await pause(WORK_MS);
      return reply.end(isHealth ? '{"data":{"__typename":"Query"}}' : '{"data":{"slow":"done"}}');
    });
  });
  const { address, stop } = await listenOnFreePort(server);
  return { name: 'slow', sdl: SDL, url: `${address}/graphql`, state, stop };
};

const urlIn = async (gateway: ChildProcess) => {
  let log = '';
  for await (const chunk of gateway.stdout ?? []) {
    log += String(chunk);
    const url = /"url":"(http:[^"]+)"/.exec(log)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the gateway did not start: ${log}`);
};

const set = async () => {
  const folder = await aFolder();
  const service = await aSlowService();
  await writeFile(folder.supergraph, composed([service]));
  const options = ['--conditions=source', MAIN, '--supergraph', folder.supergraph, '--port', '0', '--no-auth'];
  // Its errors are the spec's.
  const gateway = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await urlIn(gateway);
  gateway.stdout.resume();
  const stop = async () => {
    gateway.kill('SIGKILL');
    await Promise.all([service.stop(), folder.forget()]);
  };
  return { gateway, service, url, stop };
};

describe('the process of the gateway', () => {
  let scene: Awaited<ReturnType<typeof set>>;
  beforeEach(async () => {
    scene = await set();
  }, 60_000);
  afterEach(() => scene.stop());

  it('answers what it has begun when it is told to stop, takes nothing new, and ends well', async () => {
    const { gateway, service, url } = scene;
    const answer = fetch(`${url}/graphql`, ASK);
    while (service.state.asked === 0) await pause(10);
    const ended = once(gateway, 'exit');
    gateway.kill('SIGTERM');
    await pause(WORK_MS / 4);
    await expect(fetch(`${url}/graphql`, ASK)).rejects.toThrow();
    expect(await (await answer).json()).toEqual({ data: { slow: 'done' } });
    expect(await ended).toEqual([0, null]);
  }, 60_000);

  it('is alive at once, ready when its services have answered, and stays so when one of them goes', async () => {
    const { service, url } = scene;
    service.state.isAway = true;
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const asked = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/readyz`)));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([503]));
    expect(service.state.asked).toBe(1);

    service.state.isAway = false;
    let ready = await fetch(`${url}/readyz`);
    for (let n = 0; n < 40 && ready.status !== 200; n++) {
      await pause(100);
      ready = await fetch(`${url}/readyz`);
    }
    expect(await ready.json()).toEqual({ status: 'ready', services: { slow: 'closed' } });

    service.state.isAway = true;
    for (let n = 0; n < 12; n++) await fetch(`${url}/graphql`, ASK);
    const after = await fetch(`${url}/readyz`);
    expect([after.status, await after.json()]).toEqual([200, { status: 'ready', services: { slow: 'open' } }]);
  }, 60_000);
});
