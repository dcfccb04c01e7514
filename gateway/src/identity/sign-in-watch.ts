import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { SignInRefusal } from './refusals.ts';

/** More than people mistype, far less than somebody needs who guesses. */
const MOST_A_MINUTE = 100;
const MINUTE_MS = 60_000;

/**
 * Raises an alarm, once a minute, when more sign-ins are refused than honest clients bring about. Who brings nothing is
 * not counted: nobody guesses so.
 */
export const createSignInWatch = (
  { log, metrics }: { readonly log: Log; readonly metrics: Pick<Metrics, 'signInAlarm'> },
  { most = MOST_A_MINUTE, now = Date.now }: { readonly most?: number; readonly now?: () => number } = {},
) => {
  let began = -Infinity;
  let reasons = new Map<string, number>();
  const begin = (at: number) => {
    began = at;
    reasons = new Map();
  };

  return ({ reason, status }: SignInRefusal) => {
    if (reason === 'MISSING' || status !== 401) return;
    if (now() - began >= MINUTE_MS) begin(now());
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    const refused = [...reasons.values()].reduce((sum, each) => sum + each, 0);
    if (refused !== most + 1) return;
    metrics.signInAlarm();
    log.error({ refused, reasons: Object.fromEntries(reasons) }, 'sign-in: more are refused than honest clients are');
  };
};
