/** Where specs get their database and broker from. Set by Jest's global setup, or by hand. */
export const testConfig = () => ({
  /** Socket of the harness that this run of Jest started; null outside of one. */
  harness: process.env.TEST_HARNESS ?? null,
  /** Use this Postgres (a superuser's URL) and start none. */
  postgresUrl: process.env.TEST_POSTGRES_URL ?? null,
  /** Use this Kafka (a comma list) and start none. */
  kafkaBrokers: process.env.TEST_KAFKA_BROKERS?.split(',') ?? null,
  /** What services under test log; nothing unless somebody looks for a cause. */
  logLevel: process.env.TEST_LOG_LEVEL ?? 'silent',
  /** `local`: the programs of `infra`. `containers`: pinned images, where there is a Docker engine. */
  provider: process.env.TEST_PROVIDER === 'containers' ? ('containers' as const) : ('local' as const),
});

/** Tells this process, and those it starts, where the harness listens. */
export const announceHarness = (socket: string) => {
  process.env.TEST_HARNESS = socket;
};
