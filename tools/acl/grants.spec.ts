import { PUBLISHED_CONTRACTS, contactStateV1, customerStateV1, departmentStateV1, leadStateV1 } from '@crm/contracts';

import { readArguments } from './arguments.ts';
import { type Grant, commandOf, grantsOfFollowers, grantsOfServices, grantsOfTeams } from './grants.ts';
import { followers, hearings } from './hearings.ts';

const may = (grants: readonly Grant[], user: string, operation: Grant['operations'][number]) =>
  grants
    .filter((grant) => grant.user === user && grant.resource === 'topic' && grant.operations.includes(operation))
    .flatMap(({ names }) => names);

describe('what a secured broker lets services do', () => {
  const grants = grantsOfServices(PUBLISHED_CONTRACTS, hearings());

  it('lets exactly one service write each topic: its owner', () => {
    for (const { topic, owner } of PUBLISHED_CONTRACTS) {
      const writers = grants.filter(({ names, operations }) => names.includes(topic) && operations.includes('Write'));
      expect(writers.map(({ user }) => user)).toEqual([`crm-${owner}`]);
    }
  });

  it('lets a service read what it reacts to and nothing else, in its own group', () => {
    const heard = may(grants, 'crm-service', 'Read');
    expect(heard).toContain(customerStateV1.topic);
    expect(heard).toContain(departmentStateV1.topic);
    expect(heard).not.toContain(leadStateV1.topic);
    const groups = grants.filter(({ user, resource }) => user === 'crm-service' && resource === 'group');
    expect(groups.map(({ names }) => names)).toEqual([['crm.service']]);
  });
});

describe('what a secured broker lets the gateway do', () => {
  const grants = grantsOfFollowers(followers());

  it('is to read what happened, without persons and in groups of its own, and to write nothing', () => {
    const topics = may(grants, 'crm-gateway', 'Read');
    expect(topics).toContain('crm.customer.customer.fact.v1');
    for (const { topic, pii } of PUBLISHED_CONTRACTS) if (pii === 'personal') expect(topics).not.toContain(topic);
    expect(PUBLISHED_CONTRACTS.map(({ topic }) => topic)).toEqual(expect.arrayContaining([...topics]));
    expect(may(grants, 'crm-gateway', 'Write')).toEqual([]);
    expect(grants.filter(({ resource }) => resource === 'group')).toMatchObject([
      { user: 'crm-gateway', names: ['gateway-'], isPrefix: true, operations: ['Read', 'Describe'] },
    ]);
  });
});

describe('what a secured broker lets a team do', () => {
  const grants = grantsOfTeams(PUBLISHED_CONTRACTS, [
    { name: 'bi', sees: 'no-persons' },
    { name: 'audit', sees: 'everything' },
  ]);

  it('lets who may not see persons read the redacted states, and no topic with personal data', () => {
    const topics = may(grants, 'bi', 'Read');
    expect(topics).toContain('crm.customer.contact.state-redacted.v1');
    expect(topics).toContain(departmentStateV1.topic);
    for (const { topic, pii } of PUBLISHED_CONTRACTS) if (pii === 'personal') expect(topics).not.toContain(topic);
    expect(may(grants, 'bi', 'Write')).toEqual([]);
  });

  it('closes a whole topic to them as soon as one of its events has personal data', () => {
    const fact = PUBLISHED_CONTRACTS.find(({ topic }) => topic === 'crm.customer.contact.fact.v1');
    if (!fact) throw new Error('contacts have facts');
    const grown = [...PUBLISHED_CONTRACTS, { ...fact, type: 'customer.contact-renamed.v1', pii: 'personal' as const }];
    const [topics] = grantsOfTeams(grown, [{ name: 'bi', sees: 'no-persons' }]);
    expect(topics?.names).not.toContain(fact.topic);
  });

  it('lets who may see persons read everything', () => {
    expect(may(grants, 'audit', 'Read')).toEqual([...new Set(PUBLISHED_CONTRACTS.map(({ topic }) => topic))].sort());
  });

  it('is said as Kafka’s own tool understands it', () => {
    const [topics, groups] = grantsOfTeams([contactStateV1], [{ name: 'audit', sees: 'everything' }]);
    if (!topics || !groups) throw new Error('a team has topics and groups');
    expect(commandOf('kafka-acls.sh', topics)).toBe(
      'kafka-acls.sh --add --allow-principal User:audit --operation Read --operation Describe --topic crm.customer.contact.state.v1',
    );
    expect(commandOf('kafka-acls.sh', groups)).toBe(
      'kafka-acls.sh --add --allow-principal User:audit --operation Read --operation Describe --resource-pattern-type prefixed --group audit.',
    );
  });

  it('is asked for by name, and a name that means something else is refused', () => {
    expect(readArguments(['--team', 'finance:no-persons', '--tool', 'acl']).teams).toEqual([
      { name: 'finance', sees: 'no-persons' },
    ]);
    expect(readArguments([]).teams.map(({ name }) => name)).toEqual(['bi', 'bi-persons']);
    for (const wrong of ['finance', 'finance:all', 'a b:everything', 'crm-sales:everything', '$(x):everything']) {
      expect(() => readArguments(['--team', wrong])).toThrow(TypeError);
    }
  });
});
