import { type Span, otlpOf } from './spans.ts';

export type Exporting = {
  /** OTLP over HTTP, without `/v1/traces`. */
  readonly endpoint: string;
  readonly service: string;
  /** Told once for each outage of the collector. */
  readonly onTrouble: (cause: unknown) => void;
};

const EVERY_MS = 1_000;
/** A collector that is away must not cost memory: what is beyond is dropped. */
const MOST_WAITING = 4_096;
const MOST_AT_ONCE = 512;
const TIMEOUT_MS = 5_000;

/** Sends spans to a collector, in the background and once each: a trace that is lost is no loss to anybody's data. */
export const startExporting = ({ endpoint, service, onTrouble }: Exporting) => {
  const waiting: Span[] = [];
  let sending = Promise.resolve();
  let isAway = false;

  const send = async () => {
    const spans = waiting.splice(0, MOST_AT_ONCE);
    if (spans.length === 0) return;
    try {
      const reply = await fetch(`${endpoint.replace(/\/$/, '')}/v1/traces`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: otlpOf(service, spans),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await reply.body?.cancel();
      if (!reply.ok) throw new Error(`the collector answered ${String(reply.status)}`);
      isAway = false;
    } catch (cause) {
      if (!isAway) onTrouble(cause);
      isAway = true;
    }
  };
  const flush = () => (sending = sending.then(send));
  const timer = setInterval(() => void flush(), EVERY_MS).unref();

  return {
    add: (span: Span) => {
      if (waiting.length < MOST_WAITING) waiting.push(span);
    },
    /** Sends what waits, as long as the collector takes it. */
    stop: async () => {
      clearInterval(timer);
      do await flush();
      while (waiting.length > 0 && !isAway);
    },
  };
};
