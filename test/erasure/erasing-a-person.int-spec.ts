import { randomUUID } from 'node:crypto';

import { contactStateV1, serviceRequestStateV1 } from '@crm/contracts';
import { type KafkaRecord, kafkaEventBus } from '@crm/messaging';

import { type AskedErasure, aMark, anErasureStage, eventually } from './erasure-stage.builder.ts';

const PATIENCE = 240_000;

const isEmpty = ({ length }: readonly unknown[]) => length === 0;
const isFound = ({ length }: readonly unknown[]) => length > 0;
const areThere =
  (wanted: number) =>
  ({ length }: readonly unknown[]) =>
    length === wanted;
const isComplete = ({ status }: AskedErasure) => status === 'COMPLETED';

describe('an erased person', () => {
  let stage: Awaited<ReturnType<typeof anErasureStage>>;
  beforeAll(async () => {
    stage = await anErasureStage();
  }, PATIENCE);
  afterAll(() => stage.end(), PATIENCE);

  const publish = async (records: readonly KafkaRecord[]) => {
    const bus = kafkaEventBus({ brokers: stage.brokers, clientId: 'somebody' });
    await bus.publish(records);
    await bus.close();
  };
  const parked = (key: string) =>
    stage.sqlIn<{ type: string }>('analytics', 'select type from parked_event where aggregate_key = $1', [key]);

  it(
    'is nowhere any more: in no byte of the broker, no table of seven databases, no answer',
    async () => {
      const marks = {
        first: aMark('Name'),
        second: aMark('Name'),
        third: aMark('Name'),
        behind: aMark('Name'),
        title: aMark('Title'),
        department: aMark('Department'),
        email: aMark('mail'),
        wechat: aMark('wechat'),
        label: aMark('Label'),
        chinese: '龘靐齉爩',
        foreign: aMark('Foreign'),
      };
      const all = Object.values(marks);
      const company = { kind: 'ORGANIZATION', name: 'Acme' };
      const customerId = String(
        (await stage.act('customer', 'createCustomer', company, 'customer { id }')).customer.id,
      );
      const changed = (id: string, expectedVersion: number, name: string) =>
        stage.act('customer', 'updateContact', { id, expectedVersion, name }, 'contact { id }');
      const said = {
        idempotencyKey: randomUUID(),
        customerId,
        name: marks.first,
        title: marks.title,
        department: marks.department,
        contactPoints: [
          { kind: 'EMAIL', value: `${marks.email}@example.com`, label: marks.label },
          { kind: 'WECHAT', value: marks.wechat },
        ],
      };
      const { contact } = await stage.act('customer', 'createContact', said, 'contact { id }');
      const id = String(contact.id);
      await changed(id, 1, marks.second);
      await changed(id, 2, `${marks.third} ${marks.chinese}`);
      const below = { customerId, name: 'Somebody else', reportsToId: id, contactPoints: [] };
      await stage.act('customer', 'createContact', below, 'contact { id }');
      await eventually('analytics has heard of it', () => stage.inDatabases([marks.chinese], ['analytics']), isFound);

      // One event that cannot be read at all, one that breaks its promise; and what follows waits behind them.
      const misshapen = JSON.stringify({ ...contactStateV1.example, id, title: [marks.foreign] });
      await publish([
        stage.aForeignRow(contactStateV1, id, `{"name": "${marks.foreign}`),
        stage.aForeignRow(contactStateV1, id, misshapen),
      ]);
      await eventually('two are parked', () => parked(id), areThere(2));
      await changed(id, 3, marks.behind);
      await eventually('two more wait behind them', () => parked(id), areThere(4));

      // Everything is there to be found, or finding nothing later would prove nothing.
      const before = (await stage.inDatabases(all)).join('\n');
      const bytes = (await stage.onDisk(all)).join('\n');
      for (const mark of all) expect(before).toContain(mark);
      const unpublished = [marks.email, marks.wechat, marks.label];
      for (const mark of all.filter((each) => !unpublished.includes(each))) expect(bytes).toContain(mark);
      expect(before).toMatch(/^analytics latest_state: /m);
      expect(before).toMatch(/^analytics parked_event: /m);
      expect(before).toMatch(/^customer outbox: /m);

      await stage.stop('marketing');
      await stage.erase(id);
      const bySix = ({ confirmations }: AskedErasure) =>
        confirmations.filter(({ confirmedAt }) => confirmedAt !== null).length === 6;
      const waiting = await eventually('six services have confirmed', () => stage.erasureOf(id), bySix);
      expect(waiting.status).toBe('REQUESTED');
      await stage.start('marketing');
      const done = await eventually('the erasure is complete', () => stage.erasureOf(id), isComplete);
      const of = (name: string) => done.confirmations.find(({ service }) => service === name);
      expect(of('customer')).toMatchObject({ archivedCount: 4 });
      expect(of('analytics')).toMatchObject({ recordCount: 1, archivedCount: 0, parkedCount: 3 });

      expect(await stage.inDatabases(all)).toEqual([]);
      // What says nothing of a person waited on, and is heard when somebody tries again.
      const harmless = await eventually('what followed waits', () => parked(id), areThere(3));
      expect(harmless.map(({ type }) => type).sort()).toEqual([
        'customer.contact-erased.v1',
        'customer.contact-state.v1',
        'customer.contact-updated.v1',
      ]);
      expect(await stage.operate('analytics', 'redrive', { aggregateKey: id })).toMatchObject({
        status: 200,
        said: { stillParked: 0 },
      });

      // The topics are not compacted yet: to build everything from them brings nothing back.
      expect(await stage.onDisk(all)).not.toEqual([]);
      const tables = 'event_log, latest_state, timeline_entry, dim_customer, dim_record, dim_employee';
      await stage.sqlIn('analytics', `truncate ${tables}, analytics_generation`);
      expect(await stage.operate('analytics', 'replay', { from: 'start' })).toMatchObject({ status: 200 });
      const heard = () =>
        stage.sqlIn<{ data: unknown }>('analytics', 'select data from latest_state where aggregate_id = $1', [id]);
      expect(await eventually('everything was read again', heard, areThere(1))).toEqual([{ data: null }]);
      expect(await stage.inDatabases(all)).toEqual([]);

      await stage.daysPass();
      await eventually('the broker has forgotten', () => stage.onDisk(all), isEmpty);
      expect(await stage.inDatabases(all)).toEqual([]);
      const everything = `query ($id: ID!, $customer: ID!) {
      contact(id: $id) { id name title department erasedAt contactPoints { value } }
      contacts(search: "${marks.third}") { nodes { id name } }
      customer(id: $customer) { name contacts { nodes { name title reportsTo { id name erasedAt } } } } }`;
      const answer = await stage.asked('customer', everything, { id, customer: customerId });
      expect(answer).toMatchObject({
        contact: { id, name: '', title: null, contactPoints: [] },
        contacts: { nodes: [] },
        customer: { contacts: { nodes: [{ name: 'Somebody else', reportsTo: { id, name: '' } }] } },
      });
      const timeline = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Customer { timeline {
      nodes { title details { name value } } } } } }`;
      const told = await stage.asked('analytics', timeline, { of: [{ __typename: 'Customer', id: customerId }] });
      expect(all.filter((mark) => JSON.stringify([answer, told]).includes(mark))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is erased as a customer too, with all that was written in its requests, though services go away half-way',
    async () => {
      const marks = {
        family: aMark('Family'),
        given: aMark('Given'),
        street: aMark('Street'),
        subject: aMark('Subject'),
        description: aMark('Description'),
        solution: aMark('Solution'),
        broken: aMark('Subject'),
        misshapen: aMark('Subject'),
        nobody: aMark('Nobody'),
      };
      const all = Object.values(marks);
      const person = { familyName: marks.family, givenName: marks.given, birthday: '1990-02-03' };
      const addresses = [{ kind: 'SHIPPING', line: marks.street, recipient: marks.family }];
      const input = { kind: 'PERSON', person, addresses, contactPoints: [] };
      const fields = 'customer { id contacts { nodes { id } } }';
      const { customer } = await stage.act('customer', 'createCustomer', input, fields);
      const contact = String(customer.contacts.nodes[0].id);
      const request = {
        idempotencyKey: randomUUID(),
        customerId: customer.id,
        subject: marks.subject,
        description: marks.description,
        channel: 'PHONE',
      };
      const made = 'serviceRequest { id version }';
      const { serviceRequest } = await stage.act('service', 'createServiceRequest', request, made);
      await eventually('analytics has heard of it', () => stage.inDatabases([marks.subject], ['analytics']), isFound);
      // What analytics cannot handle of the request is put aside there, and the cleared row would wait behind it.
      const requestId = String(serviceRequest.id);
      const misshapen = {
        ...serviceRequestStateV1.example,
        id: requestId,
        customerId: customer.id,
        kind: marks.misshapen,
      };
      await publish([
        stage.aForeignRow(serviceRequestStateV1, requestId, `{"subject": "${marks.broken}`),
        stage.aForeignRow(serviceRequestStateV1, requestId, JSON.stringify(misshapen)),
      ]);
      await eventually('two are parked', () => parked(requestId), areThere(2));
      const before = (await stage.inDatabases(all)).join('\n');
      for (const mark of all.filter((each) => ![marks.solution, marks.nobody].includes(each))) {
        expect(before).toContain(mark);
      }
      expect(await stage.onDisk([marks.family, marks.given, marks.subject])).not.toEqual([]);
      expect((await stage.inDatabases([marks.nobody])).concat(await stage.onDisk([marks.nobody]))).toEqual([]);

      await stage.erase(contact);
      await stage.stop('customer');
      await stage.stop('service');
      await stage.start('customer');
      await stage.start('service');
      await eventually('the erasure is complete', () => stage.erasureOf(contact), isComplete);
      expect(await stage.inDatabases(all)).toEqual([]);
      const left = 'query ($id: ID!) { serviceRequest(id: $id) { subject description kind } }';
      expect((await stage.asked('service', left, { id: serviceRequest.id })).serviceRequest).toEqual({
        subject: '',
        description: null,
        kind: 'QUESTION',
      });

      await stage.daysPass();
      await eventually('the broker has forgotten', () => stage.onDisk(all), isEmpty);
    },
    PATIENCE,
  );
});
