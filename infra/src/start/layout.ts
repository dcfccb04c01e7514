import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT, fingerprint } from '../local/paths.ts';

/** The seven subgraphs: the names of their folders, and of themselves in the graph. */
export const SERVICES = [
  'customer',
  'sales',
  'catalog-pricing',
  'contract-order',
  'service',
  'marketing',
  'analytics',
] as const;

export const serviceMain = (service: string) => join(ROOT, 'services', service, 'src/main.ts');
export const GATEWAY_MAIN = join(ROOT, 'gateway/src/main.ts');
export const SUPERGRAPH = join(ROOT, 'gateway/supergraph.graphql');

/** The services that can be started: those that have a program. */
export const servicesThere = (): readonly string[] => SERVICES.filter((each) => existsSync(serviceMain(each)));

/** Longer names of sockets are refused by the system. */
const LONGEST_SOCKET = 100;

/** Where things are in a data folder. */
export const layoutOf = (data: string) => {
  const control = join(data, 'control.sock');
  return {
    data,
    postgres: join(data, 'postgres'),
    kafka: join(data, 'kafka'),
    logs: join(data, 'logs'),
    logOf: (part: string) => join(data, 'logs', `${part}.log`),
    issuerKey: join(data, 'keys/issuer.json'),
    assertionKey: join(data, 'keys/assertion.json'),
    assertionJwks: join(data, 'keys/assertion-jwks.json'),
    secrets: join(data, 'secrets.json'),
    people: join(data, 'people.json'),
    /** There once the demo company is whole. */
    demoComplete: join(data, 'demo-complete'),
    processes: join(data, 'processes.json'),
    supergraph: join(data, 'supergraph.graphql'),
    suite: join(data, 'suite.json'),
    control: control.length <= LONGEST_SOCKET ? control : join(tmpdir(), `crm-${fingerprint(data)}.sock`),
  };
};

export type Layout = ReturnType<typeof layoutOf>;

/** Whether a folder is one of ours, or is not there at all: nothing else may be deleted. */
export const isDataFolder = ({ data, logs }: Pick<Layout, 'data' | 'logs'>): boolean =>
  !existsSync(data) || existsSync(logs) || data === join(ROOT, '.data');
