import type { ServerResponse } from 'node:http';

import { type Result, accept, refuse } from '@crm/kernel';

import { type DoorRefusal, timedOut } from '../limits/refusals.ts';

/**
 * Runs something whose signal is aborted when its time is over or when nobody waits for the answer any more. Refused
 * when the time is over, whether or not the signal was heeded; null when nobody is there to be told.
 */
export const withDeadline = async <Value>(
  ms: number,
  response: ServerResponse,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Result<Value, DoorRefusal> | null> => {
  const stop = new AbortController();
  const gone = new Error('the client has gone');
  const leave = () => {
    if (!response.writableFinished) stop.abort(gone);
  };
  response.once('close', leave);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DoorRefusal>((resolve) => {
    if (!Number.isFinite(ms)) return;
    timer = setTimeout(() => {
      resolve(timedOut(ms));
      stop.abort(new Error('the time is over'));
    }, ms);
  });
  try {
    return await Promise.race([run(stop.signal).then(accept), late.then(refuse)]);
  } catch (error) {
    if (stop.signal.reason !== gone) throw error;
    return null;
  } finally {
    clearTimeout(timer);
    response.off('close', leave);
  }
};
