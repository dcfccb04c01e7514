import { z } from 'zod';

import { databaseNameOf } from '../local/databases.ts';
import { HOST } from '../local/ports.ts';
import { type Placed, operationsUrl, serviceUrl } from './parts.ts';

const pid = z.number().int().nullable();

/** `.data/suite.json`: where everything is, for scripts. */
export const SUITE = z.object({
  gateway: z.string(),
  ready: z.string(),
  health: z.string(),
  issuer: z.string(),
  /** Schemas of the events, for Confluent clients. */
  registry: z.string(),
  kafka: z.object({ brokers: z.array(z.string()), pid }),
  postgres: z.object({ host: z.string(), port: z.number(), user: z.string(), password: z.string(), pid }),
  services: z.record(z.string(), z.object({ url: z.string(), operations: z.string(), pid, database: z.string() })),
  tokens: z.record(z.string(), z.record(z.string(), z.string())),
});
export type Suite = z.infer<typeof SUITE>;

export type SuiteFacts = {
  readonly gatewayPort: number;
  readonly issuer: string;
  readonly registry: string;
  readonly brokers: readonly string[];
  /** A superuser's URL. */
  readonly postgresUrl: string;
  readonly services: readonly Placed[];
  readonly tokens: Suite['tokens'];
  /** The process of a part; null when it is not ours or not up. */
  readonly pidOf: (part: string) => number | null;
};

/** What `.data/suite.json` says. */
export const describeSuite = (facts: SuiteFacts): Suite => {
  const root = `http://${HOST}:${String(facts.gatewayPort)}`;
  const database = new URL(facts.postgresUrl);
  return {
    gateway: `${root}/graphql`,
    ready: `${root}/readyz`,
    health: `${root}/livez`,
    issuer: facts.issuer,
    registry: facts.registry,
    kafka: { brokers: [...facts.brokers], pid: facts.pidOf('kafka') },
    postgres: {
      host: database.hostname,
      port: Number(database.port || 5432),
      user: decodeURIComponent(database.username),
      password: decodeURIComponent(database.password),
      pid: facts.pidOf('postgres'),
    },
    services: Object.fromEntries(
      facts.services.map((each) => [
        each.name,
        {
          url: serviceUrl(each),
          operations: operationsUrl(each),
          pid: facts.pidOf(each.name),
          database: databaseNameOf(each.name),
        },
      ]),
    ),
    tokens: facts.tokens,
  };
};
