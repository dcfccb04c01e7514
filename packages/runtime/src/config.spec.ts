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

  it('keeps the schema to itself in production', () => {
    expect(readServiceConfig({ ...complete, NODE_ENV: 'production' }).introspection).toBe(false);
  });
});
