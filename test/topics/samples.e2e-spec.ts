import { signedIn } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { runSample, whyNoPython } from './samples.builder.ts';
import { allIsPublished } from './source-rows.builder.ts';

const CONTACT = `mutation ($input: CreateContactInput!) { createContact(input: $input) { userErrors { message } } }`;

const reason = whyNoPython();
const sample = reason === null ? it : it.skip;

describe(`the sample readers${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let tenant: string;
  beforeAll(async () => {
    const { setup } = await aSalesCompany();
    const admin = await signedIn(setup.person);
    tenant = setup.person.tenant;
    for (const name of ['Acme', '晨光']) {
      const { id } = await aCustomerOf(admin, { name });
      await admin.ask(CONTACT, { input: { customerId: id, name: `Buyer of ${name}` } });
    }
    await allIsPublished(['customer']);
  });

  const own = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows.filter(({ tenantId }) => tenantId === tenant);

  sample('in Python print the customers as they are now', () => {
    const names = own(runSample('customers.py')).map(({ name }) => name);
    expect(names.sort()).toEqual(['Acme', '晨光']);
  });

  sample('in DuckDB join customers with their contacts', () => {
    const rows = own(runSample('join.py')).map(({ customer, contact }) => ({ customer, contact }));
    expect(rows).toEqual([
      { customer: 'Acme', contact: 'Buyer of Acme' },
      { customer: '晨光', contact: 'Buyer of 晨光' },
    ]);
  });
});
