import {
  type Contract,
  contactStateV1,
  customerStateV1,
  departmentStateV1,
  employeeStateV1,
  leadStateV1,
  productStateV1,
  redactedOf,
} from '@crm/contracts';

import { type Client, signedIn } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';
import { allIsPublished, sourceRows } from './source-rows.builder.ts';
import { type Rows, readFromTheStart } from './state-reader.builder.ts';

const FULL: readonly Contract[] = [
  customerStateV1,
  contactStateV1,
  departmentStateV1,
  employeeStateV1,
  leadStateV1,
  productStateV1,
];
const REDACTED = FULL.flatMap((state) => redactedOf(state) ?? []);
const STATES = [...FULL, ...REDACTED];

const MAKE = {
  contact: `mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } userErrors { message } } }`,
  lead: `mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } userErrors { message } } }`,
  product: `mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } userErrors { message } } }`,
  update: `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version } userErrors { message } } }`,
  remove: `mutation ($input: DeleteCustomerInput!) { deleteCustomer(input: $input) { customer { id } userErrors { message } } }`,
};

const doing = async (client: Client, mutation: string, input: object) => {
  const { data, errors } = await client.ask(mutation, { input });
  // One mutation was asked, under its own name.
  const [answer] = Object.values(data as Readonly<Record<string, { readonly userErrors: readonly unknown[] }>>);
  expect({ errors, refusals: answer?.userErrors }).toEqual({ errors: undefined, refusals: [] });
};

/** A day's work: things made, changed several times, deleted. */
const aDayOf = async ({ setup, manager, eastRep, southRep }: Awaited<ReturnType<typeof aSalesCompany>>) => {
  for (const rep of [eastRep, southRep]) {
    for (const name of ['Acme', '晨光', 'Globex']) {
      const { id } = await aCustomerOf(rep, { name });
      await doing(rep, MAKE.contact, { customerId: id, name: `Buyer of ${name}`, influence: 3 });
      await doing(rep, MAKE.update, { id, expectedVersion: 1, city: '上海' });
      await doing(rep, MAKE.update, { id, expectedVersion: 2, city: null, shortName: name });
      await doing(rep, MAKE.lead, { name: '李伟', company: name });
    }
  }
  const gone = await aCustomerOf(manager, { name: 'Gone Ltd' });
  await doing(manager, MAKE.remove, { id: gone.id, expectedVersion: 1 });
  await aCustomerOf(manager, { kind: 'PERSON', name: undefined, person: { familyName: '王', givenName: '芳' } });
  await doing(setup, MAKE.product, { code: 'PUMP-20', name: '离心泵 20' });
};

const ofTenant = (rows: Rows | undefined, tenant: string) =>
  new Map([...(rows ?? [])].filter(([, { tenantId }]) => tenantId === tenant));

const ENVELOPE_ONLY = { eventId: expect.any(String), occurredAt: expect.any(String) };

describe('a reader that starts today from the state topics', () => {
  it('has exactly the rows of the services’ databases, field by field, with personal data or without', async () => {
    const company = await aSalesCompany();
    const { tenant } = company.setup.person;
    await aDayOf(company);
    await allIsPublished(STATES.map(({ owner }) => owner));

    const tables = await readFromTheStart(STATES);

    expect(REDACTED.length).toBeGreaterThan(0);
    for (const state of STATES) {
      const source = await sourceRows(state, tenant);
      const expected = [...source].map(([id, row]) => [
        id,
        { ...row, ...ENVELOPE_ONLY, tenantId: tenant, aggregateId: id },
      ]);
      expect(Object.fromEntries(ofTenant(tables.get(state.topic), tenant))).toEqual(Object.fromEntries(expected));
      expect(source.size).toBeGreaterThan(0);
    }
  });

  it('can join them: every contact’s customer is there, and of the same company', async () => {
    const company = await aSalesCompany();
    const admin = await signedIn(company.setup.person);
    const { id } = await aCustomerOf(admin, { name: 'Initech' });
    await doing(admin, MAKE.contact, { customerId: id, name: 'Bill' });
    await allIsPublished(['customer']);

    const tables = await readFromTheStart([customerStateV1, contactStateV1]);

    const customers = tables.get(customerStateV1.topic);
    const contacts = ofTenant(tables.get(contactStateV1.topic), admin.person.tenant);
    const joined = [...contacts.values()].map(({ name, customerId, tenantId }) => {
      const customer = customers?.get(String(customerId));
      return { contact: name, customer: customer?.['name'], isSameTenant: customer?.['tenantId'] === tenantId };
    });
    expect(joined).toEqual([{ contact: 'Bill', customer: 'Initech', isSameTenant: true }]);
  });
});
