import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { customerService, ids, salesService } from '../fixtures/crm.builder.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { type RawAnswer, startSubgraph } from '../fixtures/subgraph.builder.ts';
import { STANDARD_OPERATION } from '../operation-settings.ts';

const MIB = 1024 * 1024;
const OPERATION = {
  ...STANDARD_OPERATION,
  subgraphMs: 300,
  circuitFailures: 3,
  circuitWindowMs: 60_000,
  circuitOpenMs: 400,
};

/** Customer answers; sales does what it is told to. */
const set = async () => {
  const folder = await aFolder();
  let misbehaviour: RawAnswer | null = null;
  let asked = 0;
  const raw = () => {
    asked += 1;
    return misbehaviour;
  };
  const customer = await startSubgraph(customerService);
  const sales = await startSubgraph({ ...salesService, raw });
  await writeFile(folder.supergraph, composed([customer, sales]));
  const gateway = await aGateway({ supergraph: folder.supergraph, operation: OPERATION });
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), sales.stop(), folder.forget()]);
  };
  return {
    sales,
    gateway,
    misbehave: (answer: RawAnswer | null) => {
      misbehaviour = answer;
    },
    timesAsked: () => asked,
    ask: () =>
      gateway.ask('query($id: ID!) { leads { topic } customer(id: $id) { name } }', { variables: { id: ids.acme } }),
    openness: async () => {
      const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
      return Number(/^gateway_subgraph_circuit_open\{subgraph="sales"\} (\S+)$/m.exec(metrics)?.[1]);
    },
    stop,
  };
};

const misbehaviours: readonly (readonly [string, RawAnswer])[] = [
  ['does not answer in time', { status: 200, body: '', fate: 'silent' }],
  ['answers garbage', { status: 200, body: '\u0000\u0001 no JSON' }],
  ['closes the connection in the middle of its answer', { status: 200, body: '{"data":{"leads":[]}}', fate: 'cut' }],
  ['redirects', { status: 307, body: '', headers: { location: 'http://127.0.0.1:1/graphql' } }],
];

const LEFT_OUT = {
  message: 'This part of the answer is not available at the moment',
  path: ['leads'],
  extensions: { code: 'SERVICE_UNAVAILABLE' },
};

describe('a service that fails alone, again and again', () => {
  let scene: Awaited<ReturnType<typeof set>>;
  beforeEach(async () => {
    scene = await set();
  });
  afterEach(() => scene.stop());

  it.each(misbehaviours)('is not asked for a while when it %s; the others are answered', async (_, answer) => {
    const { misbehave, timesAsked, ask, openness } = scene;
    misbehave(answer);
    for (let n = 0; n < 3; n++) {
      const { status, data, errors } = await ask();
      expect({ status, data }).toEqual({ status: 200, data: { leads: null, customer: { name: 'Acme' } } });
      expect(errors).toMatchObject([LEFT_OUT]);
    }
    const before = timesAsked();
    const started = performance.now();
    expect(await ask()).toMatchObject({ data: { leads: null, customer: { name: 'Acme' } }, errors: [LEFT_OUT] });
    expect(performance.now() - started).toBeLessThan(OPERATION.subgraphMs);
    expect(timesAsked()).toBe(before);
    expect(await openness()).toBe(1);
  });

  it('is asked again once a try has been answered', async () => {
    const { misbehave, ask, openness } = scene;
    misbehave({ status: 503, body: 'starting' });
    for (let n = 0; n < 3; n++) await ask();
    expect(await openness()).toBe(1);
    misbehave(null);
    await pause(OPERATION.circuitOpenMs);
    expect(await ask()).toMatchObject({ data: { leads: [{ topic: 'Forklifts' }] }, errors: undefined });
    expect(await openness()).toBe(0);
  });

  it('is not asked when it is down either', async () => {
    const { sales, ask, openness } = scene;
    await sales.stop();
    for (let n = 0; n < 3; n++) expect(await ask()).toMatchObject({ errors: [LEFT_OUT] });
    expect(await openness()).toBe(1);
    expect(await ask()).toMatchObject({ data: { leads: null, customer: { name: 'Acme' } }, errors: [LEFT_OUT] });
  });

  it('is asked on and on though it answers with more than is taken: others ask for less', async () => {
    const { misbehave, ask, openness } = scene;
    misbehave({ status: 200, body: `{"data":{"leads":null},"x":"${'x'.repeat(10 * MIB)}"}` });
    for (let n = 0; n < 6; n++) {
      expect(await ask()).toMatchObject({ data: { leads: null, customer: { name: 'Acme' } }, errors: [LEFT_OUT] });
    }
    expect(await openness()).toBe(0);
    misbehave(null);
    expect(await ask()).toMatchObject({ data: { leads: [{ topic: 'Forklifts' }] }, errors: undefined });
  });

  it('is asked on and on as long as what it refuses is meant for the client', async () => {
    const { misbehave, ask, openness } = scene;
    const refusal =
      '{"data":{"leads":null},"errors":[{"message":"No.","path":["leads"],"extensions":{"code":"FORBIDDEN"}}]}';
    misbehave({ status: 200, body: refusal });
    for (let n = 0; n < 6; n++) expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await openness()).toBe(0);
  });
});
