import { STANDARD_DOOR, readConfig } from './config.ts';

const ENV = { SUPERGRAPH: 'a.graphql', OIDC_ISSUER: 'https://sign-in.example', ASSERTION_KEY: 'key.json' };

describe('the settings of the gateway', () => {
  it('need no more than a supergraph, an issuer and a key', () => {
    expect(readConfig([], ENV)).toEqual({
      ok: true,
      value: {
        supergraph: 'a.graphql',
        host: '127.0.0.1',
        port: 4000,
        auth: { issuer: 'https://sign-in.example', audience: 'crm', assertionKey: 'key.json', serviceAccounts: {} },
        production: false,
        introspection: true,
        graphiql: true,
        logLevel: 'info',
        subgraphUrls: {},
        ...STANDARD_DOOR,
      },
    });
  });

  it('need neither issuer nor key without authentication', () => {
    const config = readConfig(['--supergraph', 'b.graphql', '--port', '0', '--no-auth'], {});
    expect(config).toMatchObject({ ok: true, value: { supergraph: 'b.graphql', port: 0, auth: null } });
  });

  it('are taken from the command line before the environment', () => {
    const config = readConfig(['--port', '4100', '--host', '0.0.0.0'], { ...ENV, GATEWAY_PORT: '4001' });
    expect(config).toMatchObject({ ok: true, value: { port: 4100, host: '0.0.0.0' } });
  });

  it('name the brokers whose events subscriptions follow', () => {
    const config = readConfig([], { ...ENV, KAFKA_BROKERS: 'one:9092, two:9092' });
    expect(config).toMatchObject({ value: { brokers: ['one:9092', 'two:9092'] } });
  });

  it('say who it is to a secured broker, and refuse half a login beside all other mistakes', () => {
    const login = {
      KAFKA_TLS: 'on',
      KAFKA_SASL_MECHANISM: 'scram-sha-256',
      KAFKA_SASL_USERNAME: 'crm-gateway',
      KAFKA_SASL_PASSWORD: 'secret',
    };
    const sasl = { mechanism: 'scram-sha-256', username: 'crm-gateway', password: 'secret' };
    expect(readConfig([], { ...ENV, ...login })).toMatchObject({ value: { brokerAccess: { ssl: true, sasl } } });

    const wrong = readConfig([], { ...ENV, ...login, KAFKA_SASL_PASSWORD: '', GATEWAY_PORT: 'x' });
    expect(wrong).toMatchObject({ ok: false });
    if (wrong.ok) return;
    expect(wrong.refusal).toEqual([
      'GATEWAY_PORT (--port) must be a port',
      'KAFKA_SASL_PASSWORD is missing: mechanism, user name and password go together',
    ]);
  });

  it('show neither schema nor GraphiQL in production unless told to', () => {
    const production = { ...ENV, NODE_ENV: 'production' };
    expect(readConfig([], production)).toMatchObject({ value: { introspection: false, graphiql: false } });
    expect(readConfig([], { ...production, INTROSPECTION: 'on' })).toMatchObject({ value: { introspection: true } });
  });

  it('answer GET for persisted queries only in production unless told otherwise', () => {
    const production = { ...ENV, NODE_ENV: 'production' };
    expect(readConfig([], production)).toMatchObject({ value: { documents: { getQueries: 'persisted' } } });
    const config = readConfig([], { ...production, GET_QUERIES: 'any' });
    expect(config).toMatchObject({ value: { documents: { getQueries: 'any' } } });
  });

  it('move each limit, and switch off those that may be', () => {
    const config = readConfig([], { ...ENV, LIMIT_DEPTH: '8', RATE_IDENTITY_BURST: 'off' });
    expect(config).toMatchObject({ value: { limits: { depth: 8, identityBurst: Infinity, tokens: 2_000 } } });
    for (const wrong of [
      { LIMIT_TOKENS: 'off' },
      { LIMIT_TOKENS: '20001' },
      { LIMIT_DEPTH: '0' },
      { LIMIT_COST: 'x' },
    ]) {
      const [name] = Object.keys(wrong);
      expect(readConfig([], { ...ENV, ...wrong })).toEqual({
        ok: false,
        refusal: [expect.stringMatching(new RegExp(`^${String(name)} must be a whole number`)) as unknown],
      });
    }
  });

  it('say where services really are', () => {
    const urls = { customer: 'http://127.0.0.1:4101/graphql' };
    const config = readConfig([], { ...ENV, SUBGRAPH_URLS: JSON.stringify(urls) });
    expect(config).toMatchObject({ ok: true, value: { subgraphUrls: urls } });
  });

  it('say for which company programs work whose issuer cannot tell', () => {
    const accounts = { importer: { tenant: '0191c000-0000-7f03-8000-000000000001', roles: ['ADMIN'] } };
    const config = readConfig([], { ...ENV, SERVICE_ACCOUNTS: JSON.stringify(accounts) });
    expect(config).toMatchObject({ ok: true, value: { auth: { serviceAccounts: accounts } } });
    for (const wrong of ['importer', '{"importer":{"tenant":"acme","roles":[]}}', '{"importer":{}}']) {
      expect(readConfig([], { ...ENV, SERVICE_ACCOUNTS: wrong })).toMatchObject({
        refusal: expect.arrayContaining([expect.stringContaining('SERVICE_ACCOUNTS')]) as unknown,
      });
    }
  });

  it('are refused with every mistake at once', () => {
    const config = readConfig([], {
      SUPERGRAPH: '',
      GATEWAY_PORT: 'http',
      OIDC_ISSUER: 'sign-in.example',
      GRAPHIQL: 'maybe',
      LOG_LEVEL: 'loud',
      CORS_ORIGINS: 'https://app.example, app2',
      SUBGRAPH_URLS: '{"customer": 4101}',
    });
    expect(config.ok || config.refusal.map((each) => each.split(' ')[0])).toEqual([
      'SUPERGRAPH',
      'GATEWAY_PORT',
      'CORS_ORIGINS.1',
      'GRAPHIQL',
      'LOG_LEVEL',
      'SUBGRAPH_URLS.customer',
      'OIDC_ISSUER',
      'ASSERTION_KEY',
    ]);
  });

  it('are refused when an option is unknown', () => {
    expect(readConfig(['--prot', '1'], ENV)).toMatchObject({ ok: false });
  });
});
