import type { Contract } from '@crm/contracts';

/** What somebody may do with some topics or groups of a secured broker. */
export type Grant = {
  /** A user name of the broker. */
  readonly user: string;
  readonly resource: 'topic' | 'group';
  readonly names: readonly string[];
  /** Whether the names are beginnings of names. */
  readonly isPrefix: boolean;
  readonly operations: readonly Operation[];
};

export type Operation = 'Create' | 'Write' | 'Read' | 'Describe' | 'DescribeConfigs' | 'AlterConfigs';

/** Creates its topics, keeps their settings as the contracts have them, and publishes. */
const OWNER: readonly Operation[] = ['Create', 'Write', 'Describe', 'DescribeConfigs', 'AlterConfigs'];
/** Looks, before it listens, whether the topic is there and set as promised. */
const LISTENER: readonly Operation[] = ['Read', 'Describe', 'DescribeConfigs'];
const READER: readonly Operation[] = ['Read', 'Describe'];

export type Hearing = { readonly service: string; readonly topics: readonly string[] };

/** A team outside the suite: its user name, and whether it may see persons. Its groups begin with its name. */
export type Team = { readonly name: string; readonly sees: 'everything' | 'no-persons' };

/** Each service writes its own topics and nobody else's, and reads what it reacts to, in its own group. */
export const grantsOfServices = (contracts: readonly Contract[], hearings: readonly Hearing[]): readonly Grant[] =>
  hearings.flatMap(({ service, topics }) => {
    const user = `crm-${service}`;
    const own = topicsOf(contracts.filter(({ owner }) => owner === service));
    return [
      ...grant(user, 'topic', own, OWNER),
      ...grant(user, 'topic', topics, LISTENER),
      ...(topics.length > 0 ? grant(user, 'group', [`crm.${service}`], READER) : []),
    ];
  });

/** Reads, each process of it in a group of its own: `gateway-` and something. Writes nothing. */
export const grantsOfFollowers = (followers: readonly Hearing[]): readonly Grant[] =>
  followers.flatMap(({ service, topics }) => {
    const user = `crm-${service}`;
    return [
      ...grant(user, 'topic', [...topics].sort(), READER),
      { user, resource: 'group', names: [`${service}-`], isPrefix: true, operations: READER } as const,
    ];
  });

/**
 * Each team reads; who may not see persons reads no topic on which any event has personal data, and instead of such
 * states their redacted ones.
 */
export const grantsOfTeams = (contracts: readonly Contract[], teams: readonly Team[]): readonly Grant[] => {
  const personal = new Set(contracts.filter(({ pii }) => pii === 'personal').map(({ topic }) => topic));
  const all = topicsOf(contracts);
  const impersonal = all.filter((topic) => !personal.has(topic));
  return teams.flatMap(({ name, sees }) => [
    ...grant(name, 'topic', sees === 'everything' ? all : impersonal, READER),
    { user: name, resource: 'group', names: [`${name}.`], isPrefix: true, operations: READER } as const,
  ]);
};

const grant = (
  user: string,
  resource: Grant['resource'],
  names: readonly string[],
  operations: readonly Operation[],
): readonly Grant[] => (names.length === 0 ? [] : [{ user, resource, names, isPrefix: false, operations }]);

const topicsOf = (contracts: readonly Contract[]) => [...new Set(contracts.map(({ topic }) => topic))].sort();

/** As Kafka's own command line has it; `tool` is what comes before the options. */
export const commandOf = (tool: string, { user, resource, names, isPrefix, operations }: Grant): string =>
  [
    `${tool} --add --allow-principal User:${user}`,
    ...operations.map((operation) => `--operation ${operation}`),
    ...(isPrefix ? ['--resource-pattern-type prefixed'] : []),
    ...names.map((name) => `--${resource} ${name}`),
  ].join(' ');
