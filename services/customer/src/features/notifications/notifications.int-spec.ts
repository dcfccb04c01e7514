import type { Identity } from '@crm/graphql';
import { type Id, type IdType, newId } from '@crm/kernel';
import { aTenant, administrator, anEmployee, statementsDuring } from '@crm/testing';

import { aCustomerService } from '../../customer-service.builder.ts';

const LIST = `query ($first: Int, $last: Int, $after: String, $before: String, $filter: NotificationFilter, $orderBy: [NotificationOrder!]) {
  notifications(first: $first, last: $last, after: $after, before: $before, filter: $filter, orderBy: $orderBy) {
    nodes { id kind readAt version actor { id name } subject { __typename id ... on Customer { name } } }
    pageInfo { endCursor hasNextPage } totalCount { value isExact } } }`;
const MARK = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
  notifications { id readAt version } unreadCount { value isExact } userErrors { code path } } }`;
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Notification { id kind } } }`;

describe('an inbox', () => {
  let scene: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    scene = await aCustomerService();
  });
  afterAll(() => scene.stop());

  const ask = async (who: Identity, query: string, variables: object = {}) => {
    const { data, errors } = await scene.service.ask(who, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const list = async (who: Identity, asked: object = {}) => (await ask(who, LIST, asked)).notifications;
  const idsOf = async (who: Identity, asked: object = {}): Promise<readonly string[]> =>
    (await list(who, asked)).nodes.map(({ id }: { id: string }) => id);
  const mark = async (who: Identity, input: object) => (await ask(who, MARK, { input })).markNotificationsRead;

  /** A company with a rep and a colleague in the same department. */
  const aTeam = async () => {
    const admin = administrator(aTenant());
    const department = await scene.aDepartmentOf(admin);
    const [rep, colleague] = [
      await scene.anEmployeeOf(admin, department, ['SALES_REP']),
      await scene.anEmployeeOf(admin, department, ['SALES_REP']),
    ];
    return { admin, rep, colleague };
  };
  type Row = {
    readonly kind?: string;
    readonly subject?: string;
    readonly actor?: string | null;
    readonly day?: number;
  };
  /** Puts a row into somebody's inbox, as the reactions do. */
  const tell = async (who: Identity, { kind = 'LEAD_ASSIGNED', subject, actor = null, day = 1 }: Row = {}) => {
    const createdAt = new Date(Date.UTC(2026, 10, day, 9));
    const id = newId('Notification', createdAt.getTime());
    await scene.sqlIn(
      who,
      `insert into notification (id, recipient_id, kind, subject_id, actor_id, created_at, version) values ($1, $2, $3, $4, $5, $6, 1)`,
      [id, who.employee, kind, subject ?? newId('Lead'), actor, createdAt],
    );
    return id;
  };

  it('is its owner’s alone, on every path', async () => {
    const { admin, rep, colleague } = await aTeam();
    const id = await tell(rep);
    const paths = async (who: Identity) => {
      const { notifications, notification } = await ask(
        who,
        `query ($id: ID!) { notification(id: $id) { id } notifications(filter: { id: { eq: $id } }) { nodes { id } totalCount { value } } }`,
        { id },
      );
      const representations = [{ __typename: 'Notification', id }];
      const [entity] = (await ask(who, ENTITIES, { representations }))._entities;
      const marked = (await mark(who, { before: '2027-01-01T00:00:00Z' })).notifications;
      return {
        found: [notification?.id, notifications.nodes[0]?.id, entity?.id, marked[0]?.id],
        count: notifications.totalCount.value,
      };
    };
    const nothing = { found: [undefined, undefined, undefined, undefined], count: 0 };

    // Of the same roles and department, above it, a program, a stranger, and one whose token names no employee's id.
    const others = [
      colleague,
      admin,
      { ...admin, employee: colleague.employee },
      { ...anEmployee(aTenant(), String(rep.employee), ['ADMIN']) },
      // What a foreign issuer may write there.
      { ...rep, employee: 'E-17' as Id<'Employee'> },
    ];
    for (const who of others) expect(await paths(who)).toEqual(nothing);
    expect(await paths(rep)).toEqual({ found: [id, id, id, id], count: 1 });
  });

  it('is read by page, filter and order', async () => {
    const { rep } = await aTeam();
    const ids = [];
    for (let day = 1; day <= 5; day += 1) {
      ids.push(await tell(rep, { day, kind: day % 2 ? 'LEAD_ASSIGNED' : 'RECORD_SHARED' }));
    }
    const [one, two, three, four, five] = ids;
    await mark(rep, { ids: [two, five] });

    const first = await list(rep, { first: 2 });
    expect(first).toMatchObject({ nodes: [{ id: five }, { id: four }], pageInfo: { hasNextPage: true } });
    expect(await idsOf(rep, { first: 2, after: first.pageInfo.endCursor })).toEqual([three, two]);
    expect(await idsOf(rep, { orderBy: [{ field: 'CREATED_AT', direction: 'ASC' }], first: 2 })).toEqual([one, two]);
    expect(await idsOf(rep, { filter: { kind: { eq: 'RECORD_SHARED' } } })).toEqual([four, two]);
    expect(await idsOf(rep, { filter: { isRead: { eq: true } } })).toEqual([five, two]);
    const unreadLeads = { and: [{ isRead: { eq: false } }, { not: { kind: { in: ['RECORD_SHARED'] } } }] };
    expect(await idsOf(rep, { filter: unreadLeads })).toEqual([three, one]);
    expect(
      await idsOf(rep, { filter: { createdAt: { gte: '2026-11-03T09:00:00Z', lt: '2026-11-05T09:00:00Z' } } }),
    ).toEqual([four, three]);
    expect((await list(rep, { filter: { isRead: { eq: false } } })).totalCount).toEqual({ value: 3, isExact: true });
  });

  it('shows what it is about as far as the reader sees the record, and which record of another service', async () => {
    const { admin, rep, colleague } = await aTeam();
    const [own, hidden] = [await scene.created(rep), await scene.created(admin)];
    const subjects: readonly Id<IdType>[] = [
      newId('Lead'),
      newId('Contract'),
      newId('Campaign'),
      newId('ServiceRequest'),
    ];
    const all = [own.id, hidden.id, newId('PersonalDataErasure'), ...subjects];
    for (const [day, subject] of all.entries()) await tell(rep, { subject, day: 20 - day, actor: colleague.employee });

    const { nodes } = await list(rep);
    expect(nodes.map(({ subject }: { subject: unknown }) => subject)).toEqual([
      { __typename: 'Customer', id: own.id, name: 'Acme' },
      null,
      null,
      ...['Lead', 'Contract', 'Campaign', 'ServiceRequest'].map((__typename, at) => ({ __typename, id: subjects[at] })),
    ]);
    expect(nodes[0].actor).toEqual({ id: colleague.employee, name: 'Somebody' });
  });

  it('costs as many statements for fifty as for five', async () => {
    const { rep, colleague } = await aTeam();
    for (let n = 0; n < 50; n += 1) {
      const subject = n % 2 ? newId('Lead') : (await scene.created(rep)).id;
      await tell(rep, { subject, actor: colleague.employee, day: n % 28 });
    }
    const costs = async (first: number) =>
      (await statementsDuring(() => list(rep, { first }))).filter((each) => each.includes('$1')).length;
    // The page and its length, the customers, the employees.
    expect([await costs(5), await costs(50)]).toEqual([4, 4]);
  });

  it('marks what was unread, once, and says so once', async () => {
    const { rep, colleague } = await aTeam();
    const [first, second, third] = [
      await tell(rep, { day: 1 }),
      await tell(rep, { day: 2 }),
      await tell(rep, { day: 3 }),
    ];
    const theirs = await tell(colleague);
    const answer = await mark(rep, { ids: [first, second, theirs, newId('Notification')] });

    expect(answer).toEqual({
      notifications: [second, first].map((id) => ({ id, readAt: expect.any(String) as unknown, version: 2 })),
      unreadCount: { value: 1, isExact: true },
      userErrors: [],
    });
    const again = await mark(rep, { ids: [first, second] });
    expect(again).toMatchObject({ notifications: [], unreadCount: { value: 1 } });
    expect(await scene.announced(first)).toEqual(['customer.notification-read.v1']);
    expect(await scene.told(second, 'customer.notification-read.v1')).toMatchObject([
      { aggregateId: second, aggregateVersion: 2, recipientId: rep.employee },
    ]);
    expect([await scene.announced(third), await scene.announced(theirs)]).toEqual([[], []]);
    expect((await list(colleague)).nodes[0]).toMatchObject({ id: theirs, readAt: null });
  });

  it('marks all until a time, in one go, whoever else does so at the same moment', async () => {
    const { rep } = await aTeam();
    const ids = [];
    for (let day = 1; day <= 9; day += 1) ids.push(await tell(rep, { day }));
    const asked = { before: '2026-11-08T09:00:00.000Z' };
    const answers = await Promise.all([mark(rep, asked), mark(rep, { ids }), mark(rep, asked), mark(rep, { ids })]);

    expect(answers.flatMap(({ notifications }) => notifications)).toHaveLength(9);
    for (const id of ids) expect(await scene.announced(id)).toEqual(['customer.notification-read.v1']);
    expect(await idsOf(rep, { filter: { isRead: { eq: false } } })).toEqual([]);
  });

  it('refuses what says nothing or two things, or names something else, and leaves no trace', async () => {
    const { rep } = await aTeam();
    const id = await tell(rep);
    const refused = async (input: object) => {
      const { notifications, unreadCount, userErrors } = await mark(rep, input);
      expect([notifications, unreadCount]).toEqual([null, null]);
      return userErrors;
    };
    expect(await refused({})).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'ids'] }]);
    expect(await refused({ ids: [id], before: '2027-01-01T00:00:00Z' })).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'before'] },
    ]);
    expect(await refused({ ids: [id, newId('Lead')] })).toEqual([{ code: 'INVALID_ID', path: ['input', 'ids', '1'] }]);
    expect(await scene.announced(id)).toEqual([]);
  });
});
