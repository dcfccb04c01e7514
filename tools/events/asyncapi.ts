import { type Contract, ENVELOPE_SCHEMA, dataSchemaOf, exampleValueOf, isState } from '@crm/contracts';
import { topicsOf } from '@crm/messaging';

const BINDING = '0.5.0';

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });
const uuid = (description: string) => text(description, { format: 'uuid' });

/** CloudEvents 1.0 in binary mode: its attributes are headers, the value is the data. */
const HEADERS = {
  type: 'object',
  properties: {
    'content-type': text('Of the value.', { const: 'application/json' }),
    ce_specversion: text('Of CloudEvents.', { const: '1.0' }),
    ce_id: uuid('The event’s id.'),
    ce_source: text('`/crm/<service>`.'),
    ce_type: text('Which event this is.'),
    ce_subject: text('`<aggregate type>/<aggregate id>`.'),
    ce_dataschema: text('`urn:crm:schema:<type>`.'),
    ce_partitionkey: uuid('The aggregate’s id, as the key.'),
    ce_time: text('When it happened.', { format: 'date-time' }),
    ce_tenantid: uuid('The company it belongs to.'),
    ce_aggregateversion: text('The aggregate’s version, as text.'),
    ce_sequence: text('As ce_aggregateversion.'),
    ce_actor: text('On whose behalf it happened.'),
    ce_correlationid: text('The request in which it happened.'),
    ce_causationid: text('The event in reaction to which it happened.'),
    traceparent: text('W3C trace context.'),
  },
  required: ['ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_tenantid', 'ce_aggregateversion'],
};

/** All events as one AsyncAPI 3 document: a channel for each topic, a message for each event. */
export const asyncApi = (contracts: readonly Contract[]) => {
  const all = contracts.toSorted((a, b) => (a.type < b.type ? -1 : 1));
  const byTopic = [...Map.groupBy(all, ({ topic }) => topic)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Events of the CRM',
      version: '1.0.0',
      description:
        'Each event comes at least once, in order per aggregate; a repeat carries the same eventId. A `.state.` topic holds the current row of each aggregate: a message without a value says that it is gone.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(byTopic.map(([topic, its]) => [topic, channelOf(topic, its)])),
    operations: Object.fromEntries(byTopic.map(([topic, its]) => [`publish-${topic}`, operationOf(topic, its)])),
    components: {
      schemas: { Envelope: ENVELOPE_SCHEMA, Headers: HEADERS },
      messages: Object.fromEntries(all.map((contract) => [contract.type, messageOf(contract)])),
    },
  };
};

const channelOf = (topic: string, contracts: readonly Contract[]) => ({
  address: topic,
  description: isState({ topic }) ? 'The current row of each aggregate.' : 'What happened.',
  messages: Object.fromEntries(contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
  bindings: { kafka: { topic, ...settingsOf(contracts), bindingVersion: BINDING } },
});

const NUMBERS: ReadonlySet<string> = new Set(['retention.ms', 'delete.retention.ms']);

const settingsOf = (contracts: readonly Contract[]) => {
  const [plan] = topicsOf(contracts);
  const settings = Object.entries(plan?.config ?? {}).map(([name, value]): [string, string | number | string[]] => {
    if (name === 'cleanup.policy') return [name, value.split(',')];
    return [name, NUMBERS.has(name) ? Number(value) : value];
  });
  return { partitions: plan?.partitions, topicConfiguration: Object.fromEntries(settings) };
};

const operationOf = (topic: string, [first]: readonly Contract[]) => ({
  action: 'send',
  channel: { $ref: `#/channels/${topic}` },
  summary: `Published by ${first?.owner ?? ''}.`,
});

const messageOf = (contract: Contract) => {
  const { type, description, owner, pii } = contract;
  const { $schema: _dialect, ...schema } = dataSchemaOf(contract, 'draft-7');
  return {
    name: type,
    title: type,
    summary: description,
    contentType: 'application/json',
    tags: [{ name: `owner: ${owner}` }, { name: `personal data: ${pii}` }],
    headers: { $ref: '#/components/schemas/Headers' },
    payload: { allOf: [{ $ref: '#/components/schemas/Envelope' }, schema] },
    examples: [{ payload: exampleValueOf(contract) }],
    bindings: { kafka: { key: { type: 'string', format: 'uuid' }, bindingVersion: BINDING } },
  };
};
