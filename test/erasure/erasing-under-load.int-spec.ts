import { type AskedErasure, aMark, anErasureStage, eventually } from './erasure-stage.builder.ts';

const PATIENCE = 240_000;
const OTHERS = 5;
const FIELDS = 'contact { id version name }';

type Contact = { readonly id: string; readonly version: number; readonly name: string };

const isComplete = ({ status }: AskedErasure) => status === 'COMPLETED';
const isFound = ({ length }: readonly unknown[]) => length > 0;
const isEmpty = ({ length }: readonly unknown[]) => length === 0;

describe('a person who is erased while everybody works', () => {
  let stage: Awaited<ReturnType<typeof anErasureStage>>;
  beforeAll(async () => {
    stage = await anErasureStage();
  }, PATIENCE);
  afterAll(() => stage.end(), PATIENCE);

  const aContact = async (customerId: string, name: string): Promise<Contact> =>
    (await stage.act('customer', 'createContact', { customerId, name, contactPoints: [] }, FIELDS)).contact;

  /** Null when it is refused. */
  const renamed = async ({ id, version }: Contact, name: string): Promise<Contact | null> => {
    const mutation = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { ${FIELDS} } }`;
    const input = { id, expectedVersion: version, name };
    return (await stage.asked('customer', mutation, { input })).updateContact.contact;
  };

  /** Somebody gives one new name after the other, until stopped or refused; tells the last that was taken. */
  const renaming = (first: Contact, nameOf: (nth: number) => string) => {
    let last = first;
    let isOver = false;
    const work = async () => {
      for (let nth = 1; !isOver; nth += 1) {
        const next = await renamed(last, nameOf(nth));
        if (!next) return;
        last = next;
      }
    };
    const finished = work();
    return {
      last: () => last,
      finished,
      stop: async () => {
        isOver = true;
        await finished;
        return last;
      },
    };
  };
  type Renaming = ReturnType<typeof renaming>;

  const isRenamed = (each: Renaming) => {
    const { version } = each.last();
    return eventually(
      'it is renamed',
      () => Promise.resolve(each.last().version),
      (now) => now > version + 3,
    );
  };

  it(
    'is nowhere any more, though his name is being changed just then, and everybody else is as he was left',
    async () => {
      const mark = aMark('Name');
      const company = { kind: 'ORGANIZATION', name: 'Acme' };
      const { customer } = await stage.act('customer', 'createCustomer', company, 'customer { id }');
      const customerId = String(customer.id);
      const person = await aContact(customerId, mark);
      const contacts: Contact[] = [];
      for (let nth = 1; nth <= OTHERS; nth += 1) contacts.push(await aContact(customerId, `Number ${String(nth)}`));
      // Topics are compacted all the while.
      await stage.daysPass();
      const his = renaming(person, (nth) => `${mark} ${String(nth)}`);
      const others = contacts.map((each) => renaming(each, (nth) => `${each.name} for the ${String(nth)}th time`));
      await Promise.all([his, ...others].map(isRenamed));

      // It is there to be found, or finding nothing later would prove nothing.
      await eventually('analytics knows him', () => stage.inDatabases([mark], ['analytics']), isFound);
      expect(await stage.onDisk([mark])).not.toEqual([]);

      await stage.erase(person.id);
      await his.finished;
      await eventually('the erasure is complete', () => stage.erasureOf(person.id), isComplete);
      await Promise.all(others.map(isRenamed));
      const left = await Promise.all(others.map((each) => each.stop()));

      await eventually('no table knows him', () => stage.inDatabases([mark]), isEmpty);
      await stage.daysPass();
      await eventually('the broker has forgotten', () => stage.onDisk([mark]), isEmpty);
      const heard = () => stage.sqlIn<Contact>('analytics', HEARD, [left.map(({ id }) => id)]);
      const asLeft = left.map(({ id, version, name }) => ({ id, version, name }));
      const sorted = (all: readonly Contact[]) => JSON.stringify(all.toSorted((a, b) => a.id.localeCompare(b.id)));
      await eventually('everybody else is known as he was left', heard, (all) => sorted(all) === sorted(asLeft));

      // Whoever builds everything from the compacted topics finds the same.
      const tables = 'event_log, latest_state, timeline_entry, dim_customer, dim_record, dim_employee';
      await stage.sqlIn('analytics', `truncate ${tables}, analytics_generation`);
      expect(await stage.operate('analytics', 'replay', { from: 'start' })).toMatchObject({ status: 200 });
      await eventually('everybody else is found again', heard, (all) => sorted(all) === sorted(asLeft));
      expect(await stage.inDatabases([mark])).toEqual([]);
    },
    PATIENCE,
  );
});

const HEARD = `select aggregate_id as id, version, data ->> 'name' as name
                 from latest_state where aggregate_id = any ($1) order by 1`;
