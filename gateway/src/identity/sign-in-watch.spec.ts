import type { Log } from '../log.ts';
import { signInRefused } from './refusals.ts';
import { createSignInWatch } from './sign-in-watch.ts';

const watching = (most: number) => {
  const told: object[] = [];
  const state = { alarms: 0, time: 0 };
  // Of the log, the watch only ever raises errors.
  const log = { error: (detail: object) => told.push(detail) } as unknown as Log;
  const metrics = {
    signInAlarm: () => {
      state.alarms += 1;
    },
  };
  const watch = createSignInWatch({ log, metrics }, { most, now: () => state.time });
  return { watch, told, state };
};

describe('failed sign-ins', () => {
  it('raise an alarm once a minute, when there are more of them than honest clients bring about', () => {
    const { watch, told, state } = watching(3);
    for (let nth = 0; nth < 3; nth++) watch(signInRefused('INVALID'));
    expect(state.alarms).toBe(0);
    for (let nth = 0; nth < 10; nth++) watch(signInRefused('UNKNOWN_KEY'));
    expect([state.alarms, told]).toEqual([1, [{ refused: 4, reasons: { INVALID: 3, UNKNOWN_KEY: 1 } }]]);
    state.time += 60_000;
    for (let nth = 0; nth < 4; nth++) watch(signInRefused('REVOKED'));
    expect([state.alarms, told.at(-1)]).toEqual([2, { refused: 4, reasons: { REVOKED: 4 } }]);
  });

  it('raise none when they are spread over time, bring nothing, or are our own trouble', () => {
    const { watch, state } = watching(1);
    for (let nth = 0; nth < 5; nth++) {
      watch(signInRefused('INVALID'));
      watch(signInRefused('MISSING'));
      watch(signInRefused('ISSUER_UNREACHABLE'));
      state.time += 60_000;
    }
    expect(state.alarms).toBe(0);
  });
});
