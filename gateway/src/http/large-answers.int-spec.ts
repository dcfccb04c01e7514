import { once } from 'node:events';
import { connect } from 'node:net';

import { until } from '../realtime/stage/clients.builder.ts';
import { aThingsGateway } from '../limits/things.builder.ts';
import { STANDARD_OPERATION } from '../operation-settings.ts';

const MANY = 10_000_000;
const QUERY = `{ vast(characters: ${String(MANY)}) }`;

const aVastGateway = (limits: Parameters<typeof aThingsGateway>[0]) =>
  aThingsGateway(
    { responseBytes: 8 * MANY, ...limits },
    { operation: { ...STANDARD_OPERATION, subgraphBytes: 8 * MANY } },
  );

describe('an answer of many megabytes', () => {
  it('arrives whole, and says before how long it is', async () => {
    const { url, stop } = await aVastGateway({});
    const reply = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    const text = await reply.text();
    await stop();

    expect(reply.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(text === `${JSON.stringify({ data: { vast: '客'.repeat(MANY) } })}\n`).toBe(true);
  }, 20_000);

  it('is no longer sent to who takes nothing of it: the place is free for others', async () => {
    const { url, ask, stop } = await aVastGateway({ requests: 1, requestMs: 1_000 });
    const { hostname, port } = new URL(url);
    const stuck = connect(Number(port), hostname);
    const body = JSON.stringify({ query: QUERY });
    stuck.write(
      `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`,
    );
    await once(stuck, 'readable');
    stuck.pause();
    const meanwhile = await ask('{ thing { id } }');
    const gone = once(stuck, 'close');
    stuck.on('error', () => undefined);
    await until(async () => (await ask('{ thing { id } }')).errors === undefined, 15_000);
    const later = await ask('{ thing { id } }');
    stuck.resume();
    await gone;
    await stop();

    expect(meanwhile).toMatchObject({ status: 503 });
    expect(later.errors).toBeUndefined();
  }, 30_000);
});
