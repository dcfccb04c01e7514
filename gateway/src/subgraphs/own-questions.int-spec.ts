import { createServer } from 'node:http';

import { gatewayActor, newId } from '@crm/kernel';

import { listenOnFreePort } from '../fixtures/listen.builder.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { STANDARD_OPERATION } from '../operation-settings.ts';
import { askSubgraph } from './own-questions.ts';
import { createSubgraphs } from './registry.ts';

const QUESTION = { name: 'Who', query: 'query Who { who }', variables: {} };
const OF_A_CLIENT = { query: '{ a }', operationName: undefined, body: '{"query":"{ a }"}', isMutation: false };
const CONTEXT = { requestId: 'request-1', identity: null, forwarded: {} };

describe('what the gateway asks on its own account', () => {
  it('is asked whatever became of what clients asked, and left alone only for its own failures', async () => {
    const service = { isGood: true, asked: 0 };
    const server = createServer((request, reply) => {
      request.resume();
      service.asked += 1;
      reply.end(service.isGood ? '{"data":{"who":"wang"}}' : 'no JSON');
    });
    const { address, stop } = await listenOnFreePort(server);
    const subgraphs = createSubgraphs({
      ...{ urls: {}, assert: null, log: createLog('silent'), metrics: createMetrics(), isSharing: false },
      owners: () => new Map(),
      operation: { ...STANDARD_OPERATION, circuitFailures: 2, circuitOpenMs: 60_000 },
    });
    const source = subgraphs.serve([{ name: 'customer', url: address }]).get('customer');
    const ask = () =>
      askSubgraph(subgraphs.ownSource)('customer', QUESTION, gatewayActor(newId('Tenant'), 'request-1'));

    service.isGood = false;
    for (let n = 0; n < 3; n += 1) await source?.ask?.(OF_A_CLIENT, CONTEXT);
    service.isGood = true;
    expect([service.asked, subgraphs.states(), await ask()]).toEqual([2, { customer: 'open' }, { who: 'wang' }]);

    service.isGood = false;
    for (let n = 0; n < 5; n += 1) await expect(ask()).rejects.toThrow();
    // Two failures are half of the three questions, and more.
    expect(service.asked).toBe(5);
    await Promise.all([subgraphs.close(), stop()]);
  });
});
