import type { EventLag, MessagingMetrics } from '@crm/messaging';
import type { TimerMetrics } from '@crm/timers';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export type ServiceMetrics = {
  readonly registry: Registry;
  readonly messaging: MessagingMetrics;
  readonly timers: TimerMetrics;
  readonly answered: (operation: string, outcome: 'ok' | 'error', seconds: number) => void;
};

/** Measurements of one service, for Prometheus. Lag is asked for when somebody scrapes. */
export const metricsOf = (service: string, lag: () => Promise<EventLag>): ServiceMetrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  // Ten looks a second at the event loop tell as much as the default hundred, for a tenth of the wake-ups.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  const registers = [registry];
  gaugeLag(registry, lag);
  return {
    registry,
    messaging: messagingMetrics(registers),
    timers: timerMetrics(registers),
    answered: answered(registers),
  };
};

const LAG_GAUGES: readonly (readonly [name: string, help: string, of: (lag: EventLag) => number | null])[] = [
  ['crm_outbox_rows', 'Unpublished rows', ({ outbox }) => outbox.rows],
  ['crm_outbox_oldest_seconds', 'Age of the oldest unpublished row', ({ outbox }) => outbox.oldestSeconds],
  [
    'crm_outbox_blocked_aggregates',
    'Aggregates whose next event Kafka refuses',
    ({ outbox }) => outbox.blockedAggregates,
  ],
  [
    'crm_consumer_lag_records',
    'Records not yet handled',
    ({ partitions }) => partitions?.reduce((sum, { lag }) => sum + lag, 0) ?? null,
  ],
  ['crm_parked_events', 'Events not handled, with those that wait behind them', ({ parked }) => parked.events],
  ['crm_parked_oldest_seconds', 'Since when the first of them is parked', ({ parked }) => parked.oldestSeconds],
];

const gaugeLag = (registry: Registry, lag: () => Promise<EventLag>) => {
  // All gauges of one scrape are asked at the same moment: one question answers them.
  let asking: Promise<EventLag> | null = null;
  const now = () =>
    (asking ??= lag().finally(() => {
      asking = null;
    }));
  for (const [name, help, of] of LAG_GAUGES) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect: async function (this: Gauge) {
        // What is not known is not told: a zero would say that all is well. The other measurements go out all the same.
        const known = await now().then(of, () => null);
        if (known === null) this.remove();
        else this.set(known);
      },
    });
  }
};

const messagingMetrics = (registers: Registry[]): MessagingMetrics => {
  const published = new Counter({ name: 'crm_events_published_total', help: 'Events sent to Kafka', registers });
  const failed = new Counter({ name: 'crm_publish_failures_total', help: 'Sends that Kafka rejected', registers });
  const blocked = new Counter({
    name: 'crm_aggregates_blocked_total',
    help: 'Aggregates whose event Kafka refuses',
    registers,
  });
  const retried = new Counter({ name: 'crm_consumer_retries_total', help: 'Transient failures waited out', registers });
  const consumed = new Counter({
    name: 'crm_events_consumed_total',
    help: 'Events received, by what became of them',
    labelNames: ['type', 'outcome'],
    registers,
  });
  return {
    published: (rows) => {
      published.inc(rows);
    },
    publishFailed: () => {
      failed.inc();
    },
    aggregateBlocked: () => {
      blocked.inc();
    },
    retried: () => {
      retried.inc();
    },
    consumed: ({ type, outcome }) => {
      consumed.inc({ type, outcome });
    },
  };
};

const timerMetrics = (registers: Registry[]): TimerMetrics => {
  const late = new Histogram({
    name: 'crm_timer_late_seconds',
    help: 'How late timers fire',
    labelNames: ['kind'],
    buckets: [0.1, 0.5, 1, 2, 5, 30, 300],
    registers,
  });
  return {
    fired: (kind, lateMs) => {
      late.observe({ kind }, lateMs / 1000);
    },
  };
};

const MAX_OPERATION_NAMES = 200;

const answered = (registers: Registry[]): ServiceMetrics['answered'] => {
  const seconds = new Histogram({
    name: 'crm_graphql_seconds',
    help: 'Time to answer a request',
    labelNames: ['operation', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const names = new Set<string>();
  return (operation, outcome, duration) => {
    // Clients choose the names: without a cap they would choose how much memory we need.
    if (names.size < MAX_OPERATION_NAMES) names.add(operation);
    seconds.observe({ operation: names.has(operation) ? operation : 'other', outcome }, duration);
  };
};
