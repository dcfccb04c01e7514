import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export type DatabaseUrls = {
  /** Owns the tables: migrations run as this role. */
  readonly ownerUrl: string;
  /** Reads and writes rows, bound by row-level security: the service runs as this role. */
  readonly appUrl: string;
};

/** The database of a service, by the one naming rule: `catalog-pricing` keeps its data in `catalog_pricing`. */
export const databaseNameOf = (service: string): string => service.replaceAll('-', '_');

/** The same way in, as another role and to another database. */
export const urlFor = (
  url: string,
  { user, password, database }: Readonly<Record<'user' | 'password' | 'database', string>>,
) => {
  const other = new URL(url);
  other.username = user;
  other.password = encodeURIComponent(password);
  other.pathname = `/${database}`;
  return other.href;
};

const asAdmin = async <T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> => {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};

/** Neither owner nor superuser nor above row-level security: what the app role must never become. */
const POWERLESS = 'login nosuperuser nocreatedb nocreaterole nobypassrls';

const ensureRole = async (admin: Client, role: string, password: string) => {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount ? 'alter' : 'create';
  await admin.query(`${verb} role ${escapeIdentifier(role)} ${POWERLESS} password ${escapeLiteral(password)}`);
};

/**
 * Makes the database `name` with the roles `<name>_owner` and `<name>_app`, or leaves what is there, and sets both
 * passwords. `adminUrl` is a superuser's.
 */
export const ensureDatabase = (adminUrl: string, name: string, password: string): Promise<DatabaseUrls> =>
  asAdmin(adminUrl, async (admin) => {
    const [owner, app] = [`${name}_owner`, `${name}_app`];
    await ensureRole(admin, owner, password);
    await ensureRole(admin, app, password);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    const [database, ownerRole] = [escapeIdentifier(name), escapeIdentifier(owner)];
    if (!rowCount) await admin.query(`create database ${database} owner ${ownerRole}`);
    await admin.query(`revoke all on database ${database} from public`);
    await admin.query(`grant connect, temporary on database ${database} to ${escapeIdentifier(app)}`);
    const as = (user: string) => urlFor(adminUrl, { user, password, database: name });
    return { ownerUrl: as(owner), appUrl: as(app) };
  });

/** Removes the database `name` and its roles, whoever is still connected. */
export const dropDatabase = (adminUrl: string, name: string): Promise<void> =>
  asAdmin(adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    await admin.query(`drop role if exists ${escapeIdentifier(`${name}_owner`)}, ${escapeIdentifier(`${name}_app`)}`);
  });
