import fc from 'fast-check';

import { createAtOnce } from './at-once.ts';
import { createBuckets } from './buckets.ts';
import { type Gate, NEW_PLAN, createGate } from './gate.ts';
import { STANDARD_LIMITS } from './settings.ts';

describe('a budget', () => {
  it('lets so much be spent at once, and then says when there will be enough again', () => {
    const { ask, spend } = createBuckets({ perSecond: 10, burst: 100 });
    expect(ask('wang', 100, 0)).toEqual({ ok: true, value: 0 });
    spend('wang', 100, 0);
    expect(ask('wang', 20, 0)).toEqual({ ok: false, refusal: 2_000 });
    expect(ask('wang', 20, 1_999).ok).toBe(false);
    expect(ask('wang', 20, 2_000)).toEqual({ ok: true, value: 0 });
  });

  it('is nobody else’s', () => {
    const { ask, spend } = createBuckets({ perSecond: 1, burst: 10 });
    spend('wang', 10, 0);
    expect([ask('wang', 1, 0).ok, ask('li', 10, 0).ok]).toEqual([false, true]);
  });

  it('does not grow beyond its full size, nor when the clock is set back', () => {
    const { ask, spend } = createBuckets({ perSecond: 10, burst: 100 });
    spend('wang', 1, 1_000);
    expect(ask('wang', 101, 1_000_000).ok).toBe(false);
    spend('wang', 100, 2_000_000);
    expect(ask('wang', 1, 0).ok).toBe(false);
  });

  it('never lets more be spent than its full size and what came in since', () => {
    const step = fc.record({ cost: fc.integer({ min: 1, max: 60 }), wait: fc.integer({ min: 0, max: 3_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { ask, spend } = createBuckets({ perSecond: 10, burst: 100 });
        let [now, spent] = [0, 0];
        for (const { cost, wait } of steps) {
          now += wait;
          if (ask('wang', cost, now).ok) {
            spend('wang', cost, now);
            spent += cost;
          }
          expect(spent).toBeLessThanOrEqual(100 + now / 100 + 1e-6);
        }
      }),
    );
  });

  it('is remembered for so many spenders and no more', () => {
    const { spend, remembered } = createBuckets({ perSecond: 1, burst: 10 }, 100);
    for (let n = 0; n < 10_000; n += 1) spend(`spender ${String(n)}`, 1, 0);
    expect(remembered()).toBe(100);
  });

  it('is none when it is switched off', () => {
    const { ask, spend, remembered } = createBuckets({ perSecond: Infinity, burst: 100 });
    spend('wang', 1e9, 0);
    expect(ask('wang', 1e9, 0).ok).toBe(true);
    expect(remembered()).toBe(0);
  });
});

describe('the budgets of the door', () => {
  const limits = {
    ...STANDARD_LIMITS,
    cost: 50,
    identityBurst: 1_000,
    addressBurst: 1_500,
    identityPerSecond: 1,
    addressPerSecond: 1,
  };
  const wang = { identity: 'wang', address: '10.0.0.1' };
  const ask = (gate: Gate, cost: number) => {
    const inspected = gate.inspect('{ a }');
    if (!inspected.ok || !inspected.value) throw new Error('refused');
    return gate.admit(wang, { cost, inspected: inspected.value, plan: 'a' });
  };

  it('are spent together: who is refused for the one loses nothing of the other', () => {
    const gate = createGate(limits, () => 0);
    expect(gate.spend(wang, 990)).toMatchObject({ ok: true, value: { remaining: 10 } });
    expect(gate.spend(wang, 20)).toMatchObject({
      ok: false,
      refusal: { code: 'RATE_LIMITED', details: { of: 'identity' } },
    });
    expect(gate.spend({ identity: 'li', address: '10.0.0.1' }, 510)).toMatchObject({
      ok: true,
      value: { remaining: 0 },
    });
    expect(gate.spend({ identity: null, address: '10.0.0.1' }, 1)).toMatchObject({
      ok: false,
      refusal: { details: { of: 'address' } },
    });
  });

  it('pay for planning what is new', () => {
    const gate = createGate(limits, () => 0);
    const first = ask(gate, 1);
    const second = ask(gate, 1);
    expect(first).toMatchObject({ ok: true, value: { cost: { estimated: 1, remaining: 999 - NEW_PLAN } } });
    expect(second).toMatchObject({ ok: true, value: { cost: { estimated: 1, remaining: 998 - NEW_PLAN } } });
  });

  it('owe what turned out to cost more, whatever is left', () => {
    const clock = { now: 0 };
    const gate = createGate(limits, () => clock.now);
    gate.charge('10.0.0.1', 1_600);
    expect(gate.spend({ identity: null, address: '10.0.0.1' }, 1)).toMatchObject({ refusal: { code: 'RATE_LIMITED' } });
    clock.now = 100_000;
    expect(gate.spend({ identity: null, address: '10.0.0.1' }, 1).ok).toBe(false);
    clock.now = 101_000;
    expect(gate.spend({ identity: null, address: '10.0.0.1' }, 1).ok).toBe(true);
  });

  it('always hold one operation, however small they are made', () => {
    const gate = createGate({ ...limits, cost: 5_000, identityBurst: 1, addressBurst: 1 }, () => 0);
    expect(ask(gate, 5_000).ok).toBe(true);
  });

  it('give back the place of a request that was too dear', () => {
    const gate = createGate({ ...limits, identityRequests: 1 }, () => 0);
    expect(ask(gate, 2_000)).toMatchObject({ ok: false, refusal: { code: 'RATE_LIMITED' } });
    expect(ask(gate, 1).ok).toBe(true);
  });
});

describe('requests at once', () => {
  it('are so many of one identity, and so many in all', () => {
    const enter = createAtOnce({ requests: 3, identityRequests: 2 });
    const [first, second] = [enter('wang'), enter('wang')];
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(enter('wang')).toMatchObject({ ok: false, refusal: { status: 429, details: { of: 'identity', limit: 2 } } });
    expect(enter('li').ok).toBe(true);
    expect(enter('zhao')).toMatchObject({ ok: false, refusal: { status: 503, details: { of: 'gateway', limit: 3 } } });
  });

  it('make room when one is answered, once', () => {
    const enter = createAtOnce({ requests: 2, identityRequests: 2 });
    const [first] = [enter('wang'), enter('wang')];
    if (!first.ok) throw new Error('refused');
    first.value();
    first.value();
    expect([enter('wang').ok, enter('wang').ok]).toEqual([true, false]);
  });
});
