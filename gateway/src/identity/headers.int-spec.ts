import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';

import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { startIssuer } from '../fixtures/issuer.builder.ts';
import { listenOnFreePort } from '../fixtures/listen.builder.ts';

/** A service that says more than it should, in its headers. */
const aTalkativeService = async () => {
  const seen: (readonly string[])[] = [];
  const server = createServer((request, reply) => {
    seen.push(Object.keys(request.headers).sort());
    reply
      .writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': 'session=inside',
        'x-powered-by': 'a framework',
        'x-internal-host': 'customer-7.internal',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=60',
        server: 'inside',
      })
      .end('{"data":{"a":1,"__typename":"Query"}}');
  });
  const { address, stop } = await listenOnFreePort(server);
  return { name: 'talkative', sdl: 'type Query { a: Int }', url: `${address}/graphql`, seen, stop };
};

describe('headers', () => {
  it('go in by name, and come out by name: what a service says of itself stays inside', async () => {
    const [folder, issuer, service] = [await aFolder(), await startIssuer(), await aTalkativeService()];
    await writeFile(folder.supergraph, composed([service]));
    const auth = { issuer: issuer.issuer, audience: 'crm', assertionKey: folder.assertionKey };
    const gateway = await aGateway({ supergraph: folder.supergraph, auth });
    const headers = {
      'x-crm-assertion': 'forged',
      'x-internal-user': 'admin',
      'x-forwarded-user': 'admin',
      cookie: 'session=1',
      forwarded: 'for=10.0.0.1',
      'accept-language': 'zh-CN',
    };
    const answer = await gateway.ask('{ a }', { token: await issuer.token(), headers });
    await gateway.stop();
    await Promise.all([service.stop(), issuer.stop(), folder.forget()]);

    expect(answer.data).toEqual({ a: 1 });
    expect(service.seen.at(-1)).toEqual([
      'accept',
      'accept-language',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-crm-assertion',
      'x-request-id',
    ]);
    const out = [...answer.headers.keys()];
    expect(out).toEqual(expect.arrayContaining(['content-type', 'x-request-id', 'x-content-type-options']));
    for (const inside of ['set-cookie', 'x-powered-by', 'x-internal-host', 'server', 'access-control-allow-origin']) {
      expect(out).not.toContain(inside);
    }
    expect(answer.headers.get('cache-control')).not.toContain('public');
  });
});
