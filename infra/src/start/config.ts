export type External = {
  /** A superuser's URL of a Postgres to be used instead of our own. */
  readonly postgres: string | null;
  /** Databases that are there already, by service. */
  readonly databases: Readonly<Record<string, { readonly appUrl: string; readonly ownerUrl: string | null }>>;
  readonly brokers: readonly string[] | null;
  readonly issuer: string | null;
  readonly logLevel: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** `catalog-pricing` → `DATABASE_URL_CATALOG_PRICING` */
const variableOf = (prefix: string, service: string) => `${prefix}_${service.toUpperCase().replaceAll('-', '_')}`;

/** What the environment says is there already: it is used, and nothing of the kind is started. */
export const readExternal = (services: readonly string[], env: Environment = process.env): External => ({
  postgres: env.DATABASE_URL ?? null,
  databases: Object.fromEntries(
    services.flatMap((service) => {
      const appUrl = env[variableOf('DATABASE_URL', service)];
      const ownerUrl = env[variableOf('DATABASE_OWNER_URL', service)] ?? null;
      return appUrl ? [[service, { appUrl, ownerUrl }]] : [];
    }),
  ),
  brokers: env.KAFKA_BROKERS?.split(',') ?? null,
  issuer: env.OIDC_ISSUER ?? null,
  logLevel: env.LOG_LEVEL ?? 'info',
});

/** The pipe to the program that started us, if there is one. */
export const lifelineFd = (env: Environment = process.env): number | null =>
  env.CRM_LIFELINE === undefined ? null : Number(env.CRM_LIFELINE);
