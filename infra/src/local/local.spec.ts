import { databaseNameOf, urlFor } from './databases.ts';
import { namesController } from './kafka-probe.ts';
import { javaVersionOf, serverProperties } from './kafka-settings.ts';
import { tail } from './tool.ts';

describe('a broker of our own', () => {
  it('listens on this machine alone, at the ports it is given', () => {
    const properties = serverProperties('127.0.0.1', { client: 1, controller: 2 }, '/data');

    expect(properties).toContain('listeners=PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2\n');
    expect(properties).toContain('controller.quorum.voters=1@127.0.0.1:2\n');
    expect(properties).toContain('auto.create.topics.enable=false\n');
  });

  it('needs a Java whose version we can read, old names included', () => {
    expect(javaVersionOf('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaVersionOf('java version "1.8.0_402"')).toBe(8);
    expect(javaVersionOf('no such thing')).toBeNull();
  });

  it('counts as there when it is alive and has a controller', () => {
    const host = Buffer.from('h');
    const alive = Buffer.concat([
      Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 1]),
      host,
      Buffer.from([0, 0, 35, 132, 255, 255, 0, 0, 0, 1]),
    ]);

    expect(namesController(alive)).toBe(true);
    expect(namesController(Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]))).toBe(false);
  });
});

describe('the database of a service', () => {
  it('is named after it, as SQL can say it', () => {
    expect(databaseNameOf('catalog-pricing')).toBe('catalog_pricing');
  });

  it('is reached as another role by the same way', () => {
    const url = urlFor('postgres://postgres:x@h:1/postgres', { user: 'sales_app', password: 'p/w', database: 'sales' });

    expect(url).toBe('postgres://sales_app:p%2Fw@h:1/sales');
  });
});

it('of what a program said, the end is told', () => {
  expect(tail('one\ntwo\n three\n', 2)).toBe('two | three');
});
