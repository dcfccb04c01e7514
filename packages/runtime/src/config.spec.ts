import { readServiceConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgres://app@db/customer',
  KAFKA_BROKERS: 'a:9092, b:9092',
  ASSERTION_JWKS: 'keys.json',
};

describe('the configuration of a service', () => {
  it('needs its database, its brokers and the key set; the rest has defaults', () => {
    expect(readServiceConfig(complete)).toMatchObject({ port: 0, brokers: ['a:9092', 'b:9092'], introspection: true });
  });

  it('names every mistake at once', () => {
    const wrong = { ...complete, DATABASE_URL: 'mysql://x', KAFKA_BROKERS: undefined, SERVICE_PORT: 'x' };
    expect(() => readServiceConfig(wrong)).toThrow(/SERVICE_PORT[^]*DATABASE_URL[^]*KAFKA_BROKERS/);
  });

  it('lets partitions of a dead instance go after half a minute, or as soon as a broker allows', () => {
    const after = (KAFKA_MEMBER_TIMEOUT_MS?: string) => readServiceConfig({ ...complete, KAFKA_MEMBER_TIMEOUT_MS });

    expect(after().memberTimeoutMs).toBe(30_000);
    expect(after('6000').memberTimeoutMs).toBe(6_000);
    expect(() => after('5000')).toThrow('KAFKA_MEMBER_TIMEOUT_MS');
    expect(() => after('soon')).toThrow('KAFKA_MEMBER_TIMEOUT_MS');
  });

  it('keeps the schema to itself in production', () => {
    expect(readServiceConfig({ ...complete, NODE_ENV: 'production' }).introspection).toBe(false);
  });

  it('says who it is to a secured broker, and over what kind of line', () => {
    const login = { KAFKA_SASL_MECHANISM: 'scram-sha-256', KAFKA_SASL_USERNAME: 'crm-sales', KAFKA_SASL_PASSWORD: 's' };
    expect(readServiceConfig({ ...complete, ...login, KAFKA_TLS: 'on' }).brokerAccess).toEqual({
      ssl: true,
      sasl: { mechanism: 'scram-sha-256', username: 'crm-sales', password: 's' },
    });
    expect(readServiceConfig({ ...complete, KAFKA_SASL_PASSWORD: '' }).brokerAccess).toEqual({});
    const own = { KAFKA_TLS: 'on', KAFKA_TLS_CA: import.meta.filename };
    expect(JSON.stringify(readServiceConfig({ ...complete, ...own }).brokerAccess)).toContain('secured broker');
  });

  it('refuses half a login, a password sent openly, and an authority that is not there, beside its other mistakes', () => {
    const half = { ...complete, SERVICE_PORT: 'x', KAFKA_SASL_USERNAME: 'crm-sales' };
    expect(() => readServiceConfig(half)).toThrow(/SERVICE_PORT[^]*KAFKA_SASL_MECHANISM[^]*KAFKA_SASL_PASSWORD/);
    const open = { KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'crm-sales', KAFKA_SASL_PASSWORD: 'secret' };
    expect(() => readServiceConfig({ ...complete, ...open })).toThrow(/KAFKA_TLS=on, or use scram-sha-256/);
    expect(() => readServiceConfig({ ...complete, ...open })).not.toThrow(/: secret/);
    const nowhere = { KAFKA_TLS: 'on', KAFKA_TLS_CA: '/nowhere.pem' };
    expect(() => readServiceConfig({ ...complete, ...nowhere })).toThrow(/KAFKA_TLS_CA: cannot be read/);
    expect(() => readServiceConfig({ ...complete, KAFKA_TLS_CA: import.meta.filename })).toThrow(/only with KAFKA_TLS/);
  });
});
