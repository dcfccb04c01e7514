import { readExternal } from './config.ts';
import { pauseBefore } from './keep-running.ts';
import { layoutOf } from './layout.ts';
import { readOptions } from './options.ts';
import { routeSupergraph, serviceEnv } from './parts.ts';
import { personIn } from './sample-tokens.ts';
import { describeSuite } from './suite-file.ts';
import { table } from './table.ts';
import { partsTouchedBy } from './watch.ts';

const placed = {
  name: 'catalog-pricing',
  port: 5001,
  operationsPort: 5002,
  appUrl: 'postgres://catalog_pricing_app@127.0.0.1/catalog_pricing',
  ownerUrl: null,
};

describe('options of npm start', () => {
  it('are none by default: port 4000 or the next, data in .data, with the demo company', () => {
    expect(readOptions([], '/project')).toEqual({
      port: null,
      data: '/project/.data',
      demo: true,
      quiet: false,
      watch: false,
    });
  });

  it('choose port and data folder, and leave the demo company out', () => {
    const options = readOptions(['--port', '4100', '--data', '/elsewhere', '--no-demo', '--quiet'], '/project');

    expect(options).toEqual({ port: 4100, data: '/elsewhere', demo: false, quiet: true, watch: false });
  });

  it('refuse what is no port or no option, and say which there are', () => {
    expect(() => readOptions(['--port', 'many'], '/')).toThrow('--port many is no port');
    expect(() => readOptions(['--prot', '1'], '/')).toThrow('Options: --port N');
  });
});

describe('what is there already', () => {
  it('is used as the environment names it, per service or as a whole', () => {
    const external = readExternal(['catalog-pricing', 'sales'], {
      DATABASE_URL_CATALOG_PRICING: 'postgres://a/b',
      KAFKA_BROKERS: 'one:1,two:2',
    });

    expect(external.databases).toEqual({ 'catalog-pricing': { appUrl: 'postgres://a/b', ownerUrl: null } });
    expect(external.brokers).toEqual(['one:1', 'two:2']);
    expect(external.issuer).toBeNull();
  });
});

describe('a part of the suite', () => {
  it('that keeps dying is started again less and less often', () => {
    expect([0, 1, 2, 3, 10].map(pauseBefore)).toEqual([500, 1_000, 2_000, 4_000, 30_000]);
  });

  it('is told where it listens and where its data is, and gets no owner rights it need not have', () => {
    const env = serviceEnv(placed, ['127.0.0.1:9'], layoutOf('/data'), 'info');

    expect(env).toMatchObject({ SERVICE_PORT: '5001', OPS_PORT: '5002', KAFKA_BROKERS: '127.0.0.1:9' });
    expect(env).not.toHaveProperty('DATABASE_OWNER_URL');
  });

  it('is found by the gateway at its real address', () => {
    const supergraph = '@join__graph(name: "catalog-pricing", url: "http://catalog-pricing/graphql")';

    expect(routeSupergraph(supergraph, [placed])).toContain('url: "http://127.0.0.1:5001/graphql"');
  });

  it('is started again when its own sources change, all of them when a package does, none for a spec', () => {
    const services = ['sales', 'customer'];

    expect(partsTouchedBy('services/sales/src/main.ts', services)).toEqual(['sales']);
    expect(partsTouchedBy('packages/kernel/src/id.ts', services)).toEqual(['sales', 'customer', 'gateway']);
    expect(partsTouchedBy('gateway/src/main.ts', services)).toEqual(['gateway']);
    expect(partsTouchedBy('services/sales/src/lead.spec.ts', services)).toEqual([]);
  });
});

describe('what scripts and people read', () => {
  it('names every address and process, and the password of the database for scripts', () => {
    const suite = describeSuite({
      gatewayPort: 4000,
      issuer: 'http://127.0.0.1:1',
      registry: 'http://127.0.0.1:2',
      brokers: ['127.0.0.1:9'],
      postgresUrl: 'postgres://postgres:s%2Fcret@127.0.0.1:5432/postgres',
      services: [placed],
      tokens: {},
      pidOf: (name) => (name === 'kafka' ? 7 : null),
    });

    expect(suite).toMatchObject({
      gateway: 'http://127.0.0.1:4000/graphql',
      ready: 'http://127.0.0.1:4000/readyz',
      kafka: { pid: 7 },
      postgres: { port: 5432, user: 'postgres', password: 's/cret' },
      registry: 'http://127.0.0.1:2',
      services: {
        'catalog-pricing': {
          url: 'http://127.0.0.1:5001/graphql',
          operations: 'http://127.0.0.1:5002',
          database: 'catalog_pricing',
        },
      },
    });
  });

  it('lines up in columns', () => {
    expect(
      table([
        ['PART', 'PID'],
        ['kafka', '7'],
      ]),
    ).toBe('  PART   PID\n  kafka  7');
  });

  it('finds the person a token is wanted for, by name or id of the tenant, and says who there is otherwise', () => {
    const rep = { tenant: 'huaxia', role: 'SALES_REP', subject: 's', name: 'n', employeeId: null, departmentPath: [] };

    expect(personIn([rep], '0191c000-0000-7f03-8000-000000000001', 'sales_rep')).toBe(rep);
    expect(() => personIn([rep], 'huaxia', 'KING')).toThrow('Roles: SALES_REP.');
  });

  it('a socket with too long a name for the system goes elsewhere', () => {
    expect(layoutOf('/short').control).toBe('/short/control.sock');
    expect(layoutOf(`/${'long/'.repeat(40)}`).control.length).toBeLessThan(104);
  });
});
