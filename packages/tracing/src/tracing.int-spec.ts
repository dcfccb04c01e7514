import { setTimeout as pause } from 'node:timers/promises';

import { startCollector } from './collector.builder.ts';
import { startTracing } from './tracing.ts';
import { isTraced, traced } from './work.ts';

const CLIENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

const set = async () => {
  const collector = await startCollector();
  const troubles: unknown[] = [];
  const onTrouble = (cause: unknown) => troubles.push(cause);
  const tracing = startTracing({ endpoint: collector.endpoint, service: 'a service', onTrouble });
  return { collector, tracing, troubles };
};

describe('a piece of work that is traced', () => {
  it('is part of its cause’s trace, and the work within it is part of it', async () => {
    const { collector, tracing } = await set();
    const within = () => traced({ name: 'inner', kind: 'client' }, () => pause(1));
    const passedOn = await traced({ name: 'outer', kind: 'server', traceparent: CLIENT }, async (traceparent) => {
      await within();
      return traceparent;
    });
    await tracing.stop();
    await collector.stop();

    const [inner, outer] = collector.spans;
    expect(outer).toMatchObject({
      name: 'outer',
      kind: 2,
      traceId: CLIENT.slice(3, 35),
      parentSpanId: CLIENT.slice(36, 52),
    });
    expect(inner).toMatchObject({ name: 'inner', kind: 3, traceId: outer?.traceId, parentSpanId: outer?.spanId });
    expect(passedOn).toBe(`00-${String(outer?.traceId)}-${String(outer?.spanId)}-01`);
  });

  it('says that it failed, and fails as it would', async () => {
    const { collector, tracing } = await set();
    const failing = traced({ name: 'fails', kind: 'server', traceparent: null }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    await tracing.stop();
    await collector.stop();
    expect(collector.spans).toMatchObject([{ name: 'fails', status: { code: 2 } }]);
  });

  it('is not told of when its client does not want it, or when nobody asked for it', async () => {
    const { collector, tracing } = await set();
    await traced({ name: 'unwanted', kind: 'server', traceparent: CLIENT.replace(/01$/, '00') }, () => pause(1));
    await traced({ name: 'poll', kind: 'client' }, () => pause(1));
    await tracing.stop();
    await collector.stop();
    expect(collector.spans).toEqual([]);
  });

  it('is done as well while the collector is away, which is said once', async () => {
    const { collector, tracing, troubles } = await set();
    collector.state.isAway = true;
    expect(await traced({ name: 'a', kind: 'server', traceparent: null }, () => Promise.resolve('done'))).toBe('done');
    await tracing.stop();
    await collector.stop();
    expect(troubles).toHaveLength(1);
    expect(isTraced()).toBe(false);
  });
});

describe('a piece of work that nobody traces', () => {
  it('passes on the trace it came with', async () => {
    const job = (traceparent: string | null) => Promise.resolve(traceparent);
    expect(await traced({ name: 'a', kind: 'server', traceparent: CLIENT }, job)).toBe(CLIENT);
    expect(await traced({ name: 'a', kind: 'server', traceparent: null }, job)).toBeNull();
  });
});
