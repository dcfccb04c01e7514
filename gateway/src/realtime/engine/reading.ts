import { setTimeout as after } from 'node:timers/promises';

import { atMost } from '../../at-most.ts';
import type { Wait } from '../compile/compiled.ts';
import { type Answer, failedWith } from './answer.ts';
import type { News } from './group.ts';
import type { Reader, Resolve } from './resolve.ts';

/** Pauses before asking again what failed for the moment. Then the subscribers are told, and may come back. */
const TRY_AGAIN_MS = [200, 1_000, 4_000];
/** A reader of a replica that is a little behind asks once more after this. */
const LAG_MS = 150;
/** Questions to the graph at once, of all groups together: news must not crowd out people. */
const AT_ONCE = 32;

/** Reads records as a reader may see them. */
export const createReading = (resolve: Resolve, signal: AbortSignal) => {
  const turn = atMost(AT_ONCE);
  const pause = (ms: number) => after(ms, undefined, { signal }).catch(() => undefined);

  const once = async (wait: Wait, { event, isNew }: News, reader: Reader): Promise<Answer> => {
    try {
      const reply = await turn(() => resolve(wait.question(event.id), reader, event.traceparent));
      return wait.answerOf(reply, { id: event.id, isNew });
    } catch {
      // The graph has written it down.
      return failedWith([{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    }
  };
  const patiently = async (wait: Wait, news: News, reader: Reader) => {
    let answer = await once(wait, news, reader);
    for (const ms of TRY_AGAIN_MS) {
      if (signal.aborted || answer.kind !== 'failed' || !answer.isPassing) break;
      await pause(ms);
      answer = await once(wait, news, reader);
    }
    return answer;
  };

  return async (wait: Wait, news: News, reader: Reader): Promise<Answer> => {
    const answer = await patiently(wait, news, reader);
    const isBehind = answer.kind === 'there' && answer.version !== null && answer.version < news.event.version;
    if (!isBehind) return answer;
    await pause(LAG_MS);
    return patiently(wait, news, reader);
  };
};

export type Reading = ReturnType<typeof createReading>;
