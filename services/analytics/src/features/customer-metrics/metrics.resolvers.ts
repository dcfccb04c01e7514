import type { FeatureResolvers } from '../../context.ts';

export const metricsResolvers = {
  Customer: {
    metrics: ({ id }, { asOf }, { metrics, caller }) =>
      caller.access.hides('Customer', 'metrics') ? null : metrics.of(id, asOf ?? null),
  },

  CustomerMetrics: {
    contacts: ({ contacts }, _arguments, { caller }) => (caller.access.can('Contact', 'read') ? contacts : null),
  },
} satisfies FeatureResolvers;
