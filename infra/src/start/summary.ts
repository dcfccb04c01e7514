import { QUERIES } from './queries.ts';
import type { Suite } from './suite-file.ts';
import { table } from './table.ts';

const NONE = '–';
const pidText = (pid: number | null) => (pid === null ? NONE : String(pid));

const rowsOf = (suite: Suite, gateway: number | null, own: number): readonly (readonly string[])[] => [
  ['PART', 'PROCESS', 'ADDRESS'],
  ['gateway', pidText(gateway), suite.gateway],
  ...Object.entries(suite.services).map(([name, { url, pid }]) => [name, pidText(pid), url]),
  ['issuer', String(own), suite.issuer],
  ['registry', String(own), suite.registry],
  ['kafka', pidText(suite.kafka.pid), suite.kafka.brokers.join(',')],
  ['postgres', pidText(suite.postgres.pid), `${suite.postgres.host}:${String(suite.postgres.port)}`],
];

const tokensOf = ([tenant, byRole]: readonly [string, Readonly<Record<string, string>>]) => [
  `Tokens of ${tenant} (other tenants: suite.json; a fresh one: npm run token -- --tenant ${tenant} --role ADMIN)`,
  table(Object.entries(byRole)),
];

/** The page signs in with what stands behind the #, which browsers do not send. */
const graphiqlOf = ({ gateway, tokens }: Suite) => {
  const page = new URL('/', gateway).href;
  const [[tenant, byRole] = ['', {}]] = Object.entries(tokens);
  const signedIn = ['SALES_REP', 'ADMIN'].flatMap((role) => {
    const token = byRole[role];
    return token ? [`  signed in as ${role} of ${tenant}: ${page}#token=${token}`] : [];
  });
  return [`GraphiQL: ${page}`, ...signedIn].join('\n');
};

/** What a person at the keyboard wants to know once everything runs. */
export const summaryOf = (suite: Suite, gateway: number | null, own: number): string =>
  [
    table(rowsOf(suite, gateway, own)),
    ...Object.entries(suite.tokens).slice(0, 1).flatMap(tokensOf),
    graphiqlOf(suite),
    ['Queries to paste, with the header authorization: Bearer <token>:', ...QUERIES.map((each) => `  ${each}`)].join(
      '\n',
    ),
    'Ctrl-C stops everything; the data stays.',
  ].join('\n\n');
