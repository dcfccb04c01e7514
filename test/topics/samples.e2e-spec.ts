import { contactStateV1, redactedOf } from '@crm/contracts';
import { type SchemaRegistry, startRegistry } from '@crm/infra';

import { signedIn } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { runKcat, runSample, whyNoKcat, whyNoPython } from './samples.builder.ts';
import { allIsPublished } from './source-rows.builder.ts';

const CONTACT = `mutation ($input: CreateContactInput!) { createContact(input: $input) { userErrors { message } } }`;

const reason = whyNoPython();
const sample = reason === null ? it : it.skip;
const noKcat = whyNoKcat();
const kcat = noKcat === null ? it : it.skip;

// Without a value: a tombstone.
const rowOf = (value: string): Readonly<Record<string, unknown>> =>
  (value === '' ? {} : JSON.parse(value)) as Readonly<Record<string, unknown>>;

const skipped = [reason, noKcat].filter((each) => each !== null);

describe(`the sample readers${skipped.length === 0 ? '' : ` (skipped: ${skipped.join('; ')})`}`, () => {
  let tenant: string;
  beforeAll(async () => {
    const { setup } = await aSalesCompany();
    const admin = await signedIn(setup.person);
    tenant = setup.person.tenant;
    for (const name of ['Acme', '晨光']) {
      const { id } = await aCustomerOf(admin, { name });
      await admin.ask(CONTACT, { input: { customerId: id, name: `Buyer of ${name}`, buyingRole: 'DECISION_MAKER' } });
    }
    await allIsPublished(['customer']);
  });

  const own = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows.filter(({ tenantId }) => tenantId === tenant);

  sample('in Python print the customers as they are now', async () => {
    const names = own(await runSample('customers.py')).map(({ name }) => name);
    expect(names.sort()).toEqual(['Acme', '晨光']);
  });

  sample('in DuckDB join customers with their contacts', async () => {
    const rows = own(await runSample('join.py')).map(({ customer, contact }) => ({ customer, contact }));
    expect(rows).toEqual([
      { customer: 'Acme', contact: 'Buyer of Acme' },
      { customer: '晨光', contact: 'Buyer of 晨光' },
    ]);
  });

  sample('in DuckDB count who decides, on states without anybody’s name', async () => {
    const rows = own(await runSample('deciders.py')).map(({ role, count }) => ({ role, count }));
    expect(rows).toEqual([{ role: 'DECISION_MAKER', count: 2 }]);
  });

  describe('with Confluent’s client', () => {
    let registry: SchemaRegistry;
    beforeAll(async () => {
      registry = await startRegistry();
    });
    afterAll(() => registry.stop());

    sample.each([contactStateV1, redactedOf(contactStateV1)])(
      'find the schema of a topic, and that all rows keep it',
      async (state) => {
        const topic = state?.topic ?? '';
        const [found] = await runSample('validate.py', registry.url, topic);
        expect(found).toMatchObject({ subject: `${topic}-value`, broken: [] });
        expect(found?.['rows']).toBeGreaterThanOrEqual(2);
      },
    );
  });

  kcat('in one line of kcat print the customers as they are now', () => {
    const values = runKcat().map(({ key, value }) => ({ key, row: rowOf(value) }));
    const ours = values.filter(({ row }) => row['tenantId'] === tenant);
    expect(ours.map(({ row }) => row['name']).sort()).toEqual(['Acme', '晨光']);
    for (const { key, row } of ours) expect(key).toBe(row['id']);
  });
});
