import fc from 'fast-check';

import { type Confirmation, afterReceipt, progressOf, statusOf } from './erasure.rules.ts';

const SERVICES = ['analytics', 'customer', 'sales', 'service'] as const;

const receipt = (service: string) => ({ service, confirmedAt: new Date(0), records: 0, archived: 0, parked: 0 });
const awaited = (service: string) => ({ service, confirmedAt: null });

/** Every receipt in the order in which it comes; gives what each brought about. */
const afterAll = (arriving: readonly string[]) => {
  let confirmations: readonly Confirmation[] = SERVICES.map(awaited);
  let completedAt: Date | null = null;
  return arriving.map((service) => {
    const step = afterReceipt({ completedAt }, confirmations, service);
    if (step !== 'known')
      confirmations = confirmations.map((each) => (each.service === service ? receipt(service) : each));
    if (step === 'completed') completedAt = new Date(0);
    return step;
  });
};

describe('an erasure', () => {
  it('is complete exactly once, with the first word of the last service, whatever repeats and in whatever order', () => {
    const arriving = fc.array(fc.constantFrom(...SERVICES, 'somebody else'), { maxLength: 30 });
    fc.assert(
      fc.property(arriving, (services) => {
        const steps = afterAll(services);
        const heard = services.findIndex((_, n) => SERVICES.every((each) => services.slice(0, n + 1).includes(each)));
        expect(steps.indexOf('completed')).toBe(heard);
        expect(steps.filter((step) => step === 'completed')).toHaveLength(heard < 0 ? 0 : 1);
      }),
    );
  });

  it('counts the first word of each service, and none of services that nobody waits for', () => {
    expect(afterAll(['sales', 'sales', 'somebody else'])).toEqual(['confirmed', 'known', 'known']);
  });

  it('is requested until it is completed', () => {
    expect([statusOf({ completedAt: null }), statusOf({ completedAt: new Date(0) })]).toEqual([
      'REQUESTED',
      'COMPLETED',
    ]);
  });

  it('has come as far as services have confirmed, and is over when it is complete', () => {
    const requestedAt = new Date('2026-11-22T09:30:00Z');
    const [half, all] = [
      [receipt('sales'), awaited('service')],
      [receipt('sales'), receipt('service')],
    ];
    expect(progressOf({ requestedAt, completedAt: null }, half)).toEqual({
      state: 'RUNNING',
      done: 1,
      total: 2,
      startedAt: requestedAt,
      finishedAt: null,
    });
    const completedAt = new Date('2026-11-22T09:31:00Z');
    expect(progressOf({ requestedAt, completedAt }, all)).toMatchObject({
      state: 'SUCCEEDED',
      done: 2,
      finishedAt: completedAt,
    });
  });
});
