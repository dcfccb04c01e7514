import { ALL_CONTRACTS } from '@crm/contracts';
import { buildSchema } from 'graphql';

import { composeSupergraph } from '../../compose/compose.ts';
import { type ChangeField, changeFieldsOf } from './fields.ts';
import { changesSdl } from './sdl.ts';
import { WATCHED } from './watched.ts';

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const customer = {
  name: 'customer',
  sdl: `${FEDERATION}
    interface Node { id: ID! }
    type Customer implements Node @key(fields: "id") { id: ID!  kind: Kind }
    enum Kind { COMPANY PERSON }
    input KindFilter { eq: Kind  in: [Kind!] }
    input IdFilter { eq: ID  in: [ID!] }
    input CustomerFilter { and: [CustomerFilter!]  id: IdFilter  kind: KindFilter }
    type Query { customer(id: ID!): Customer  customers(filter: CustomerFilter): [Customer!] }`,
};

const composed = (...subgraphs: (typeof customer)[]) => {
  const result = composeSupergraph(subgraphs);
  if (!result.ok) throw new Error(result.refusal.join('\n'));
  return result.value;
};

describe('what clients can wait for', () => {
  it('is one record or a filtered list of each type whose owner publishes its changes', () => {
    const fields = changeFieldsOf(composed(customer).supergraph);
    const shared = { topic: 'crm.customer.customer.fact.v1', type: 'Customer' };
    expect([...fields.values()].flat()).toEqual<ChangeField[]>([
      { name: 'customerChanged', ...shared, read: 'customer', watches: 'one', as: null },
      { name: 'customersChanged', ...shared, read: 'customers', watches: 'many' },
    ]);
  });

  it('takes the same filter as the list itself, whole', () => {
    const schema = buildSchema(composed(customer).apiSchema);
    const [filter] = schema.getSubscriptionType()?.getFields().customersChanged?.args ?? [];
    expect(filter?.type).toBe(schema.getType('CustomerFilter'));
    expect(schema.getType('KindFilter')?.toString()).toBe('KindFilter');
    expect(String(schema.getSubscriptionType()?.getFields().customersChanged?.type)).toBe('CustomerChange!');
  });

  it('is nothing in a graph of strangers, even when they name a type as we do', () => {
    expect(changesSdl([{ ...customer, name: 'people' }])).toBeNull();
    expect(changeFieldsOf(composed({ ...customer, name: 'people' }).supergraph).size).toBe(0);
  });

  it('has no list where the owner offers none', () => {
    const sdl = customer.sdl.replace('customers(filter: CustomerFilter): [Customer!]', '');
    expect([...changeFieldsOf(composed({ ...customer, sdl }).supergraph).keys()]).toEqual(['customerChanged']);
  });

  it('is what is addressed to the one who asks, where news are for one person each', () => {
    const sdl = customer.sdl.replace(
      'type Query {',
      `type Notification implements Node @key(fields: "id") { id: ID!  version: Int! }
       input NotificationFilter { id: IdFilter }
       type Query { notification(id: ID!): Notification  notifications(filter: NotificationFilter): [Notification!]`,
    );
    const { supergraph, apiSchema } = composed({ ...customer, sdl });
    expect(apiSchema).toContain('notificationReceived: Notification!');
    expect(changeFieldsOf(supergraph).get('notificationReceived')).toEqual([
      {
        name: 'notificationReceived',
        topic: 'crm.customer.notification.fact.v1',
        type: 'Notification',
        read: 'notification',
        watches: 'received',
        addressed: { event: 'customer.notification-created.v1', to: 'recipientId' },
      },
    ]);
    expect([...changeFieldsOf(supergraph).keys()]).not.toContain('notificationsChanged');
  });

  it('is how far a job has come, of all types that their owners declare as jobs, in whichever service', () => {
    const job = (type: string) => `interface Job implements Node { id: ID!  progress: String }
      type ${type} implements Node & Job @key(fields: "id") { id: ID!  progress: String }
      type Query { ${type.charAt(0).toLowerCase()}${type.slice(1)}(id: ID!): ${type}`;
    const sales = {
      name: 'sales',
      sdl: `${FEDERATION} interface Node { id: ID! } ${job('Lead')} }`,
    };
    const sdl = customer.sdl.replace('type Query {', job('PersonalDataErasure'));
    const { supergraph, apiSchema } = composed({ ...customer, sdl }, sales);
    expect(apiSchema).toContain('jobProgress(id: ID!): Job\n');
    const fields = changeFieldsOf(supergraph);
    expect([...fields.keys()]).toEqual(expect.arrayContaining(['leadChanged', 'personalDataErasureChanged']));
    expect(fields.get('jobProgress')).toMatchObject([
      { type: 'Lead', topic: 'crm.sales.lead.fact.v1', read: 'lead', watches: 'one', as: 'Job' },
      { type: 'PersonalDataErasure', read: 'personalDataErasure', watches: 'one', as: 'Job' },
    ]);
  });

  it.each(WATCHED.filter(({ addressed }) => addressed))('$type: its event says to whom it is addressed', (each) => {
    const promise = ALL_CONTRACTS.find(({ type }) => type === each.addressed?.event);
    expect(promise).toMatchObject({ topic: each.topic });
    expect(Object.keys(promise?.data.shape ?? {})).toContain(each.addressed?.to);
  });

  it.each(WATCHED)('$type: the topic is one that its service promises', ({ topic }) => {
    expect(ALL_CONTRACTS.map((each) => each.topic)).toContain(topic);
  });
});
