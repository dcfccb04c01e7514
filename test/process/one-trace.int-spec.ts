import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

import { AUDIENCE } from '@crm/infra';
import { newId } from '@crm/kernel';
import { startTracing } from '@crm/tracing';
import { SignJWT, importJWK } from 'jose';

import { type SuiteAddresses, startSuite } from '../support/suite.ts';

type Span = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
};
type Body = {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
};

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT_SPAN = '00f067aa0ba902b7';
const NAME = 'Trace this name nowhere';
const QUERY = `mutation Found($input: CreateDepartmentInput!) {
  createDepartment(input: $input) { department { id } userErrors { message } }
}`;

/** Takes spans as any OTLP collector does. */
const aCollector = async () => {
  const spans: Span[] = [];
  let text = '';
  const server = createServer((request, reply) => {
    void json(request).then((body) => {
      text += JSON.stringify(body);
      // The collector's protocol.
      for (const { scopeSpans } of (body as Body).resourceSpans)
        spans.push(...scopeSpans.flatMap((each) => each.spans));
      reply.writeHead(200).end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { endpoint: `http://127.0.0.1:${String(port)}`, spans, text: () => text, stop };
};

const askTraced = async ({ gateway, issuer, issuerKey }: SuiteAddresses) => {
  const token = await new SignJWT({ tenant: newId('Tenant'), roles: ['ADMIN'], scope: 'crm', department_path: [] })
    .setProtectedHeader({ alg: 'ES256', kid: issuerKey.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setSubject('founder')
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importJWK({ ...issuerKey }, 'ES256'));
  const reply = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${TRACE}-${CLIENT_SPAN}-01`,
    },
    body: JSON.stringify({ query: QUERY, operationName: 'Found', variables: { input: { name: NAME } } }),
  });
  return reply.json();
};

describe('one request, traced', () => {
  it('is found from the client over gateway, service and database to Kafka and those who react', async () => {
    const collector = await aCollector();
    const tracing = startTracing({ endpoint: collector.endpoint, service: 'suite', onTrouble: () => undefined });
    const suite = await startSuite();
    try {
      expect(await askTraced(suite.addresses)).toMatchObject({ data: { createDepartment: { userErrors: [] } } });
      const named = (start: string) =>
        collector.spans.filter(({ traceId, name }) => traceId === TRACE && name.startsWith(start));
      const deadline = Date.now() + 40_000;
      while (named('react to').length === 0 && Date.now() < deadline) await pause(200);

      const spans = collector.spans.filter(({ traceId }) => traceId === TRACE);
      const causeOf = ({ parentSpanId }: Span) => spans.find(({ spanId }) => spanId === parentSpanId);
      const [operation, answering] = spans
        .filter(({ name }) => name === 'Found')
        .sort((one) => (one.parentSpanId === CLIENT_SPAN ? -1 : 1));
      const [asking] = named('ask customer');
      expect(operation).toMatchObject({ parentSpanId: CLIENT_SPAN });
      expect(asking && causeOf(asking)).toBe(operation);
      expect(answering && causeOf(answering)).toBe(asking);
      const insert = named('insert').find((each) => causeOf(each) === answering);
      expect(insert).toBeDefined();
      expect(named('publish crm.customer.department').map(causeOf)).toContain(answering);
      expect(named('react to').map(causeOf)).toContain(answering);
      expect(collector.text()).not.toContain(NAME);
    } finally {
      await suite.stop();
      await tracing.stop();
      await collector.stop();
    }
  }, 120_000);
});
