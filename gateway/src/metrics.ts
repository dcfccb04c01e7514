import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

import type { CircuitState } from './subgraphs/circuit.ts';

/** Clients choose operation names: beyond so many, they share one label. */
const OPERATION_NAMES = 200;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Numbers for Prometheus, in a registry of their own, so that two gateways in one process do not mix. */
export const createMetrics = () => {
  const registry = new Registry();
  // Ten looks a second at the event loop tell as much as the default hundred, for a tenth of the wake-ups.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  return {
    render: () => registry.metrics(),
    contentType: registry.contentType,
    ...durations(registry),
    ...signIns(registry),
    ...happenings(registry),
    ...supergraphs(registry),
    ...circuits(registry),
  };
};

const durations = (registry: Registry) => {
  const operationLabel = cappedLabels(OPERATION_NAMES);
  const requests = new Histogram({
    name: 'gateway_request_duration_seconds',
    help: 'Time to answer a client, by operation name and outcome',
    labelNames: ['operation', 'outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const subgraphs = new Histogram({
    name: 'gateway_subgraph_duration_seconds',
    help: 'Time until a subgraph answered',
    labelNames: ['subgraph', 'outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    request: (operation: string | null, outcome: 'ok' | 'errors', seconds: number) => {
      requests.observe({ operation: operation ? operationLabel(operation) : 'anonymous', outcome }, seconds);
    },
    subgraph: (subgraph: string, outcome: 'ok' | 'unavailable', seconds: number) => {
      subgraphs.observe({ subgraph, outcome }, seconds);
    },
  };
};

const signIns = (registry: Registry) => {
  const refused = new Counter({
    name: 'gateway_sign_in_refused_total',
    help: 'Requests refused for their access token',
    labelNames: ['reason'],
    registers: [registry],
  });
  const alarms = new Counter({
    name: 'gateway_sign_in_alarms_total',
    help: 'Minutes in which more sign-ins were refused than honest clients bring about',
    registers: [registry],
  });
  return {
    signInRefused: (reason: string) => {
      refused.inc({ reason });
    },
    signInAlarm: () => {
      alarms.inc();
    },
  };
};

const happenings = (registry: Registry) => {
  const refusedAtDoor = new Counter({
    name: 'gateway_request_refused_total',
    help: 'Requests that a limit or a rule of the door refused, by code',
    labelNames: ['code'],
    registers: [registry],
  });
  const subscriptions = new Gauge({
    name: 'gateway_subscriptions',
    help: 'Subscriptions being served',
    registers: [registry],
  });
  return {
    subscriptions: (count: number) => {
      subscriptions.set(count);
    },
    requestRefused: (code: string) => {
      refusedAtDoor.inc({ code });
    },
  };
};

const supergraphs = (registry: Registry) => {
  let takenAt: number | null = null;
  const loaded = new Gauge({
    name: 'gateway_supergraph_loaded_timestamp_seconds',
    help: 'When the supergraph being served was taken',
    registers: [registry],
  });
  new Gauge({
    name: 'gateway_supergraph_age_seconds',
    help: 'For how long the supergraph being served has been served',
    registers: [registry],
    collect: function (this: Gauge) {
      if (takenAt !== null) this.set((performance.now() - takenAt) / 1000);
    },
  });
  const composition = new Gauge({
    name: 'gateway_supergraph_info',
    help: 'The supergraph being served, by the first letters of its SHA-256',
    labelNames: ['composition'],
    registers: [registry],
  });
  const failedUpdates = new Counter({
    name: 'gateway_supergraph_update_failures_total',
    help: 'Attempts to take a new supergraph file that failed, by what was wrong',
    labelNames: ['reason'],
    registers: [registry],
  });
  return {
    supergraphTaken: (id: string) => {
      takenAt = performance.now();
      loaded.setToCurrentTime();
      composition.reset();
      composition.set({ composition: id }, 1);
    },
    supergraphRefused: (reason: SupergraphRefused) => {
      failedUpdates.inc({ reason });
    },
  };
};

const circuits = (registry: Registry) => {
  const states = new Gauge({
    name: 'gateway_subgraph_circuit_open',
    help: 'Whether a subgraph is not asked because it failed too often: 0 asked, 0.5 one request tries, 1 not asked',
    labelNames: ['subgraph'],
    registers: [registry],
  });
  const opened = new Counter({
    name: 'gateway_subgraph_circuit_opened_total',
    help: 'How often the circuit of a subgraph opened',
    labelNames: ['subgraph'],
    registers: [registry],
  });
  return {
    circuit: (subgraph: string, state: CircuitState) => {
      states.set({ subgraph }, OPENNESS[state]);
      if (state === 'open') opened.inc({ subgraph });
    },
  };
};

const OPENNESS = { closed: 0, 'half-open': 0.5, open: 1 } as const satisfies Readonly<Record<CircuitState, number>>;

/** `unusable`: not read or not a supergraph; `canary`: would break operations in use; `unhealthy`: a subgraph is away. */
export type SupergraphRefused = 'unusable' | 'canary' | 'unhealthy';

export type Metrics = ReturnType<typeof createMetrics>;

/** The first `most` labels keep their names; all later ones are `other`. */
export const cappedLabels = (most: number) => {
  const known = new Set<string>();
  return (label: string) => {
    if (known.size < most) known.add(label);
    return known.has(label) ? label : 'other';
  };
};
