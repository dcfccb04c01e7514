import { eventually } from '../support/client.ts';
import { aCustomerOf, aSalesCompany } from '../support/company.ts';

const ERASE = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
  erasure { id status } userErrors { code ... on ForbiddenError { permission } } } }`;

const STATE = `query ($id: ID!) { personalDataErasure(id: $id) {
  status completedAt contact { id name erasedAt } confirmations { service confirmedAt } } }`;

describe('a person who asks to be forgotten', () => {
  it('is erased by who may, in every service, and nobody finds the name any more', async () => {
    const { setup, eastRep } = await aSalesCompany();
    const person = await aCustomerOf(eastRep, {
      kind: 'PERSON',
      name: undefined,
      person: { familyName: 'Vermächtnis', givenName: 'Ottokar' },
    });
    const contacts = 'query ($id: ID!) { customer(id: $id) { contacts { nodes { id } } } }';
    const contactId = (await eastRep.ask(contacts, { id: person.id })).data.customer.contacts.nodes[0].id;

    const refused = await eastRep.ask(ERASE, { input: { contactId } });
    expect(refused.data.erasePersonalData).toEqual({
      erasure: null,
      userErrors: [{ code: 'FORBIDDEN', permission: 'Contact.erase' }],
    });

    const begun = await setup.ask(ERASE, { input: { contactId } });
    expect(begun.data.erasePersonalData).toMatchObject({ erasure: { status: 'REQUESTED' }, userErrors: [] });
    const { id } = begun.data.erasePersonalData.erasure;

    const erasure = await eventually(
      async () => (await setup.ask(STATE, { id })).data.personalDataErasure,
      ({ status }) => status === 'COMPLETED',
    );
    expect(erasure).toMatchObject({
      completedAt: expect.any(String),
      contact: { id: contactId, name: '', erasedAt: expect.any(String) },
    });
    expect(erasure.confirmations).toHaveLength(7);
    for (const { confirmedAt } of erasure.confirmations) expect(confirmedAt).toEqual(expect.any(String));

    const found = await setup.ask(
      '{ customers(search: "Vermächtnis") { nodes { id } } contacts(search: "Ottokar") { nodes { id } } }',
    );
    expect(found.data).toEqual({ customers: { nodes: [] }, contacts: { nodes: [] } });
  });
});
