import { randomUUID } from 'node:crypto';

import type { EventBus } from '../event-bus.ts';
import { type Log, noLog } from '../log.ts';
import type { MessagingMetrics, OutboxLag } from '../metrics.ts';
import { createDrain } from './drain.ts';
import { keepLeading } from './leadership.ts';
import { createAlarm, nextPause } from './pace.ts';
import { openRelaySession } from './session.ts';

export type RelayOptions = {
  /** The app role's. The relay keeps one session of its own, outside every pool. */
  readonly databaseUrl: string;
  readonly bus: Pick<EventBus, 'publish'>;
  /** The service's name: `ce_source` is `/crm/<service>`. */
  readonly service: string;
  readonly log?: Log;
  readonly metrics?: MessagingMetrics;
  /** The session that holds the lanes' locks is lost: somebody else may lead them now. End the process at once. */
  readonly onFatal: (cause: Error) => void;
};

export type Relay = {
  /** Something was committed: look now rather than at the next poll. Cheap; call it after each commit. */
  readonly nudge: () => void;
  readonly lag: () => Promise<OutboxLag>;
  /** The lanes this process leads right now. */
  readonly lanes: () => readonly number[];
  /** Finishes the batch in hand and hands the lanes over. */
  readonly stop: () => Promise<void>;
};

/** A broker that does not answer must not hold up a stop; what was under way is sent again by the next leader. */
const STOP_GRACE = 5_000;

/** Publishes what the outbox holds, in order per aggregate, for as long as it runs and leads. */
export const startRelay = async (options: RelayOptions): Promise<Relay> => {
  const log = options.log ?? noLog;
  const running = new AbortController();
  const alarm = createAlarm();
  const fail = (cause: Error) => {
    if (running.signal.aborted) return;
    running.abort();
    alarm.ring();
    options.onFatal(cause);
  };
  const session = await openRelaySession(options.databaseUrl, options.service, fail);
  const me = randomUUID();
  const leadership = keepLeading(session, me, log);
  const { lease } = leadership;
  const publish: EventBus['publish'] = (records) => lease.during(() => options.bus.publish(records, lease.holds));
  const drain = createDrain({ ...options, bus: { publish }, session, log });
  const finished = run(running.signal, leadership, drain, alarm).then(
    () => true,
    (cause: unknown) => {
      fail(cause instanceof Error ? cause : new Error(String(cause)));
      return false;
    },
  );

  return {
    nudge: alarm.ring,
    lag: session.lag,
    lanes: leadership.held,
    stop: async () => {
      running.abort();
      alarm.ring();
      const clean = await Promise.race([finished, expiry(STOP_GRACE)]);
      await session.end(clean ? me : null).catch(() => undefined);
    },
  };
};

const run = async (
  running: AbortSignal,
  leadership: ReturnType<typeof keepLeading>,
  drain: ReturnType<typeof createDrain>,
  alarm: ReturnType<typeof createAlarm>,
) => {
  let pause = 0;
  while (!running.aborted) {
    const lanes = await leadership.lanes();
    const sent = lanes.length === 0 ? 0 : await drain(lanes, () => !running.aborted);
    pause = nextPause(sent, pause);
    // The end rings, too.
    await alarm.sleep(pause);
  }
};

const expiry = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false).unref());
