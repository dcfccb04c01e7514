import { aCompany, follow, settled, subscribe } from '../stage/processes.builder.ts';

const EXPIRED = { ok: false, refusal: { errors: [{ extensions: { code: 'RESUME_EXPIRED' } }] } };

describe('who comes back to a list', () => {
  it('is told by the same process what has gone meanwhile, however long the list is', async () => {
    const { aProcess, change, remove } = aCompany(150);
    const process = aProcess();
    const first = await follow(process);
    await change('c140');
    first.leave();
    await remove('c140');
    const again = await follow(process, first.place());
    await settled();

    expect([first.told, again.told]).toEqual([['UPDATED c140'], ['REMOVED c140']]);
    await process.stop();
  });

  it('reads a long list afresh where nobody knows what it was told, though it has missed nothing', async () => {
    const { aProcess, change } = aCompany(150);
    const [one, other] = [aProcess(), aProcess()];
    const first = await follow(one);
    await change('c140');
    first.leave();

    expect(await subscribe(other, first.place())).toMatchObject(EXPIRED);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('reads a long list afresh on a process that it had left for another one', async () => {
    const { aProcess, change } = aCompany(150);
    const [one, other] = [aProcess(), aProcess()];
    const first = await follow(one);
    first.leave();
    const second = await follow(other);
    await change('c140');
    second.leave();

    expect(second.told).toEqual(['UPDATED c140']);
    expect(await subscribe(one, second.place())).toMatchObject(EXPIRED);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('goes on with a short list anywhere: all of it is known', async () => {
    const { aProcess, change, remove } = aCompany(3);
    const [one, other] = [aProcess(), aProcess()];
    const first = await follow(one);
    await change('c3');
    first.leave();
    const again = await follow(other, first.place());
    await remove('c3');

    expect([first.told, again.told]).toEqual([['UPDATED c3'], ['REMOVED c3']]);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('goes on anywhere when all that it has missed is still there, and not when something has gone', async () => {
    const { aProcess, change, remove } = aCompany(3);
    const [one, other, another] = [aProcess(), aProcess(), aProcess()];
    const first = await follow(one);
    await change('c1');
    first.leave();
    await change('c2');
    const again = await follow(other, first.place());
    await settled();
    await remove('c3');

    expect(again.told).toEqual(['UPDATED c2', 'REMOVED c3']);
    expect(await subscribe(another, first.place())).toMatchObject(EXPIRED);
    await Promise.all([one.stop(), other.stop(), another.stop()]);
  });

  it('reads afresh when something goes just while it comes back', async () => {
    const { aProcess, change, remove, hesitate } = aCompany(3);
    const [one, other] = [aProcess(), aProcess()];
    const first = await follow(one);
    await change('c3');
    first.leave();
    const go = hesitate();
    const again = subscribe(other, first.place());
    await settled();
    await remove('c3');
    go();

    expect(await again).toMatchObject(EXPIRED);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('reads afresh when more has changed than can be caught up with, and hears of what comes then', async () => {
    const { aProcess, change } = aCompany(3);
    const process = aProcess();
    const first = await follow(process);
    await change('c1');
    first.leave();
    for (let at = 0; at < 1_002; at++) await change(`many${String(at)}`);

    expect(await subscribe(process, first.place())).toMatchObject(EXPIRED);
    const afresh = await follow(process);
    await change('c2');
    expect(afresh.told).toEqual(['UPDATED c2']);
    await process.stop();
  });
});
