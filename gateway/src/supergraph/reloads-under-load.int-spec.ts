import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { STANDARD_OPERATION } from '../operation-settings.ts';
import { customerService, ids, salesService } from '../fixtures/crm.builder.ts';
import { aFolder, aGateway, composed } from '../fixtures/gateway.builder.ts';
import { startSubgraph } from '../fixtures/subgraph.builder.ts';

const RELOADS = 200;
const WARM_UP = 60;
const CLIENTS = 2;
const QUERY = 'query Names($id: ID!) { customer(id: $id) { name } }';
const MIB = 1024 * 1024;

const set = async () => {
  const folder = await aFolder();
  const customer = await startSubgraph(customerService);
  const sales = await startSubgraph(salesService);
  const small = composed([customer]);
  const large = composed([customer, sales]);
  await writeFile(folder.supergraph, small);
  const operation = { ...STANDARD_OPERATION, watchMs: 10 };
  const gateway = await aGateway({ supergraph: folder.supergraph, operation });
  const publish = async (text: string) => {
    await writeFile(`${folder.supergraph}.new`, text);
    await rename(`${folder.supergraph}.new`, folder.supergraph);
  };
  const metrics = async () => (await fetch(`${gateway.url}/metrics`)).text();
  const refused = async () =>
    Number(/^gateway_supergraph_update_failures_total\{reason="unusable"\} (\d+)$/m.exec(await metrics())?.[1] ?? 0);
  const composition = async () => {
    return /^gateway_supergraph_info\{composition="(\w+)"\} 1$/m.exec(await metrics())?.[1] ?? '';
  };
  const stop = async () => {
    await gateway.stop();
    await Promise.all([customer.stop(), sales.stop(), folder.forget()]);
  };
  return { gateway, small, large, publish, composition, refused, stop };
};

type Scene = Awaited<ReturnType<typeof set>>;

/** Asks again and again until it is told to stop; gives what was not answered as it should be. */
const startLoad = ({ gateway }: Scene) => {
  let isOn = true;
  let answered = 0;
  const wrong: unknown[] = [];
  const client = async () => {
    while (isOn) {
      const { data, errors } = await gateway.ask(QUERY, { variables: { id: ids.acme } });
      answered += 1;
      await pause(2);
      if (errors ?? data?.customer === undefined) wrong.push({ data, errors });
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  const stop = async () => {
    isOn = false;
    await Promise.all(clients);
    return { answered, wrong };
  };
  return stop;
};

/** Publishes, and waits until that has changed what is looked at. */
const publishAndSee = async (publish: () => Promise<void>, look: () => Promise<unknown>) => {
  const before = await look();
  await publish();
  const deadline = Date.now() + 10_000;
  while ((await look()) === before) {
    if (Date.now() > deadline) throw new Error('what was published was not looked at');
    await pause(15);
  }
};

setFlagsFromString('--expose_gc');
// What the flag has just made.
const collectGarbage = runInNewContext('gc') as () => void;
const heap = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

describe('a supergraph that changes again and again under load', () => {
  it('costs no client an answer, and no memory', async () => {
    const scene = await set();
    const stopLoad = startLoad(scene);
    let before = 0;
    for (let n = 1; n <= RELOADS; n++) {
      // What is no supergraph comes in between, and changes nothing.
      if (n % 20 === 0) await publishAndSee(() => scene.publish(`type Query { # ${String(n)}`), scene.refused);
      await publishAndSee(() => scene.publish(n % 2 === 0 ? scene.small : scene.large), scene.composition);
      if (n === WARM_UP) before = heap();
    }
    const grown = heap() - before;
    const { answered, wrong } = await stopLoad();
    await scene.stop();

    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(RELOADS);
    expect(grown).toBeLessThan(10 * MIB);
  }, 180_000);
});
