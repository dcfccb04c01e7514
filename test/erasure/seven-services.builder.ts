import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ASSERTION_HEADER, type Identity, signAssertion } from '@crm/graphql';
import { keep, startKafka, trash } from '@crm/infra';
import { migrate } from '@crm/persistence';
import { type RunningService, migrationsOf, startService } from '@crm/runtime';
import { type Answer, type TestDatabase, gatewayKeys, startDatabase } from '@crm/testing';

import { type Definition, definitions } from '../support/services.ts';

type Keys = Awaited<ReturnType<typeof gatewayKeys>>;
type Place = { readonly definition: Definition; readonly database: TestDatabase; running: RunningService | null };

/** All services with databases of their own, over a broker whose every byte can be read. Each can be away for a while. */
export const sevenServices = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'crm-erasure-'));
  trash(folder);
  const dataDir = path.join(folder, 'kafka');
  const [kafka, keys] = await Promise.all([startKafka({ dataDir }), gatewayKeys()]);
  const places = new Map<string, Place>();
  const placeOf = (name: string) => known(places, name);
  const start = async (name: string) => {
    const place = placeOf(name);
    place.running = await startOne(place, kafka.brokers, keys);
  };
  // One after the other: parallel changes of the catalogue of roles disturb each other.
  for (const definition of definitions) {
    const database = await startDatabase({ migrate: (url) => migrate(url, migrationsOf(definition)) });
    places.set(definition.name, { definition, database, running: null });
    await start(definition.name);
  }

  return {
    brokers: kafka.brokers,
    dataDir,
    names: [...places.keys()],
    databaseOf: (name: string) => placeOf(name).database,
    ...talkingTo((name) => placeOf(name).running, keys),
    start,
    stop: async (name: string) => {
      await placeOf(name).running?.stop();
      placeOf(name).running = null;
    },
    end: async () => {
      for (const { running } of places.values()) await running?.stop();
      await kafka.stop();
      await Promise.all([...places.values()].map(({ database }) => database.stop()));
      await rm(path.dirname(keys.jwksFile), { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
      keep(folder);
    },
  };
};

const known = (places: ReadonlyMap<string, Place>, name: string) => {
  const place = places.get(name);
  if (!place) throw new RangeError(`There is no service ${name}`);
  return place;
};

const talkingTo = (running: (name: string) => RunningService | null, keys: Keys) => ({
  ask: (name: string, who: Identity, query: string, variables: object = {}) =>
    askOf(name, running(name)?.url ?? '', keys, who, JSON.stringify({ query, variables })),

  operate: async (name: string, what: string, body: object) => {
    const url = `${running(name)?.operationsUrl ?? ''}/events/${what}`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const said: unknown = await response.json();
    return { status: response.status, said };
  },
});

const startOne = ({ definition, database }: Place, brokers: readonly string[], { jwksFile }: Keys) =>
  startService(
    definition,
    {
      host: '127.0.0.1',
      port: 0,
      operationsPort: 0,
      databaseUrl: database.appUrl,
      databaseOwnerUrl: null,
      poolSize: 6,
      brokers,
      brokerAccess: {},
      assertionKeys: jwksFile,
      logLevel: 'silent',
      introspection: true,
    },
    (cause) => {
      throw cause;
    },
  );

/** Asks as the gateway would on behalf of somebody; what goes wrong in a service fails the spec. */
const askOf = async (name: string, url: string, keys: Keys, who: Identity, body: string) => {
  const assertion = signAssertion(keys, who, name, body);
  const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
  const response = await fetch(url, { method: 'POST', headers, body });
  // The body of a GraphQL answer.
  const answer = (await response.json()) as Answer;
  if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
  // Whatever was asked for: a spec says what it expects of it.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return
  return answer.data;
};
