import { eventually } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { listen, until } from '../support/listening.ts';

const RECEIVED = `subscription { notificationReceived {
  id kind readAt actor { name } subject { __typename id ... on Lead { name owner { name } } } } }`;
const INBOX = `query ($filter: NotificationFilter) { notifications(filter: $filter) {
  nodes { id kind subject { ... on Lead { name } } } totalCount { value } } }`;
const UNREAD = { filter: { isRead: { eq: false } } };
const MARK = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
  notifications { id readAt } unreadCount { value } userErrors { message } } }`;
const LEAD = `mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id version } userErrors { message } } }`;
const ASSIGN = `mutation ($input: AssignLeadInput!) { assignLead(input: $input) { lead { id } userErrors { message } } }`;
const ERASE = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
  erasure { id progress { state done total } } userErrors { message } } }`;
const PROGRESS = 'subscription ($id: ID!) { jobProgress(id: $id) { id progress { state done total finishedAt } } }';

type Progress = { readonly state: string; readonly done: number; readonly total: number };

describe('being told what concerns one', () => {
  it('a manager gives a lead to a rep, who learns of it at once, finds it in the inbox, and reads it', async () => {
    const { manager, eastRep, southRep } = await aSalesCompany();
    const [rep, colleague] = [await listen(eastRep, { query: RECEIVED }), await listen(southRep, { query: RECEIVED })];
    await until(() => rep.heard.lastEventId !== '' && colleague.heard.lastEventId !== '');

    const { lead } = (await manager.ask(LEAD, { input: { name: '李伟', company: 'Acme' } })).data.createLead;
    const input = { id: lead.id, expectedVersion: lead.version, ownerId: eastRep.person.employeeId };
    expect((await manager.ask(ASSIGN, { input })).data.assignLead.userErrors).toEqual([]);
    await until(() => rep.heard.results.length > 0);

    const told = {
      id: expect.any(String) as unknown,
      kind: 'LEAD_ASSIGNED',
      readAt: null,
      actor: { name: 'manager' },
      subject: { __typename: 'Lead', id: lead.id, name: '李伟', owner: { name: 'east' } },
    };
    expect(rep.heard.results).toEqual([{ data: { notificationReceived: told } }]);
    const [unread] = (await eastRep.ask(INBOX, UNREAD)).data.notifications.nodes;
    expect(unread).toMatchObject({ kind: 'LEAD_ASSIGNED', subject: { name: '李伟' } });

    const { data } = await eastRep.ask(MARK, { input: { ids: [unread.id] } });
    expect(data.markNotificationsRead).toEqual({
      notifications: [{ id: unread.id, readAt: expect.any(String) as unknown }],
      unreadCount: { value: 0 },
      userErrors: [],
    });
    expect((await eastRep.ask(INBOX, UNREAD)).data.notifications).toEqual({ nodes: [], totalCount: { value: 0 } });

    // Nobody else hears or sees anything of it, by whatever way.
    const paths = `query ($id: ID!) { notification(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } }`;
    const nothing = { notification: null, node: null, nodes: [null] };
    for (const other of [southRep, manager]) {
      expect((await other.ask(INBOX)).data.notifications).toEqual({ nodes: [], totalCount: { value: 0 } });
      expect((await other.ask(paths, { id: unread.id })).data).toEqual(nothing);
    }
    expect((await eastRep.ask(paths, { id: unread.id })).data.node).toEqual({ id: unread.id });
    expect(colleague.heard.results).toEqual([]);
    for (const each of [rep, colleague]) each.leave();
  });

  it('a lawyer follows the erasure of a person to its end, and is told when it is reached', async () => {
    const { eastRep, hire, departments } = await aSalesCompany();
    const lawyer = await hire('lawyer', 'LEGAL', [departments.sales]);
    const person = await aCustomerOf(eastRep, {
      kind: 'PERSON',
      name: undefined,
      person: { familyName: 'Ende', givenName: 'Odo' },
    });
    const contacts = 'query ($id: ID!) { customer(id: $id) { contacts { nodes { id } } } }';
    const contactId = (await eastRep.ask(contacts, { id: person.id })).data.customer.contacts.nodes[0].id;
    const { erasure } = (await lawyer.ask(ERASE, { input: { contactId } })).data.erasePersonalData;
    expect(erasure.progress).toEqual({ state: 'RUNNING', done: 0, total: 7 });

    const asked = { query: PROGRESS, variables: { id: erasure.id } };
    const { heard } = await listen(lawyer, asked);
    await until(() => heard.isComplete);
    // As asked for.
    const told = heard.results.map(
      ({ data }) => (data as { jobProgress: { progress: Progress } }).jobProgress.progress,
    );
    expect(told.at(-1)).toEqual({ state: 'SUCCEEDED', done: 7, total: 7, finishedAt: expect.any(String) as unknown });
    const done = told.map((each) => each.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));

    const late = await listen(lawyer, asked);
    await until(() => late.heard.isComplete);
    expect(late.heard.results).toMatchObject([{ data: { jobProgress: { progress: { state: 'SUCCEEDED' } } } }]);
    const node = `query ($id: ID!) { node(id: $id) { ... on Job { progress { state } } } }`;
    expect((await lawyer.ask(node, { id: erasure.id })).data).toEqual({ node: { progress: { state: 'SUCCEEDED' } } });

    const inbox = `{ notifications { nodes { kind actor { id } subject { id ... on Job { progress { done } } } } } }`;
    const found = async () => (await lawyer.ask(inbox)).data.notifications.nodes;
    expect(await eventually(found, (nodes) => nodes.length > 0)).toEqual([
      { kind: 'PERSONAL_DATA_ERASED', actor: null, subject: { id: erasure.id, progress: { done: 7 } } },
    ]);
  });
});
