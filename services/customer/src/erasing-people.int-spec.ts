import { randomUUID } from 'node:crypto';

import type { Identity } from '@crm/graphql';
import { newId } from '@crm/kernel';
import { aTenant, administrator, anEmployee } from '@crm/testing';

import { aCustomerService } from './customer-service.builder.ts';

const ERASE = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
  erasure { id status requestedAt requestedBy { id } completedAt contact { id name erasedAt }
    confirmations { service confirmedAt } }
  userErrors { code path ... on ForbiddenError { permission } } } }`;
const CONTACT = `mutation ($input: CreateContactInput!) { createContact(input: $input) {
  contact { id version } userErrors { code } } }`;

describe('erasing a person', () => {
  let customers: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    customers = await aCustomerService();
  });
  afterAll(() => customers.stop());

  const ask = async (who: Identity, query: string, variables: object = {}) => {
    const { data, errors } = await customers.service.ask(who, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const erase = async (who: Identity, contactId: string, idempotencyKey?: string) =>
    (await ask(who, ERASE, { input: { contactId, idempotencyKey } })).erasePersonalData;
  const change = async (who: Identity, name: string, type: string, input: object) => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
      userErrors { code ... on IllegalTransitionError { allowed } } } }`;
    return (await ask(who, query, { input }))[name].userErrors;
  };
  const seen = async (who: Identity, id: string) =>
    (
      await ask(
        who,
        `query ($id: ID!) { contact(id: $id) { name title erasedAt deletedAt version contactPoints { value }
          erasure { id status } } }`,
        { id },
      )
    ).contact;
  const found = async (who: Identity, search: string, filter: object = {}) => {
    const query = `query ($search: String, $filter: ContactFilter) { contacts(search: $search, filter: $filter) { nodes { id } } }`;
    const { contacts } = await ask(who, query, { search, filter });
    return contacts.nodes.map(({ id }: { id: string }) => id);
  };

  /** A company with somebody in it. */
  const aContact = async (who: Identity, input: object = {}) => {
    const { id: customerId } = await customers.created(who);
    const said = { customerId, name: 'Li Wei', title: 'Buyer', ...input };
    const contactPoints = [{ kind: 'EMAIL', value: 'li.wei@example.com' }];
    const { createContact } = await ask(who, CONTACT, { input: { contactPoints, ...said } });
    return { id: String(createContact.contact.id), customerId, version: 1 };
  };

  it('leaves a contact that says only that there was somebody, whom no list and no search finds', async () => {
    const admin = administrator(aTenant());
    const { id } = await aContact(admin);
    expect(await found(admin, 'li.wei')).toEqual([id]);

    expect(await erase(admin, id)).toMatchObject({
      erasure: { status: 'REQUESTED', completedAt: null, contact: { id, name: '', erasedAt: expect.any(String) } },
      userErrors: [],
    });
    expect(await seen(admin, id)).toMatchObject({ name: '', title: null, contactPoints: [], version: 2 });
    expect([
      await found(admin, 'li.wei'),
      await found(admin, 'Li Wei', { isDeleted: { eq: true } }),
      await found(admin, '', { isDeleted: { eq: true } }),
    ]).toEqual([[], [], []]);
  });

  it('takes a person customer along with its own contact', async () => {
    const admin = administrator(aTenant());
    const person = { familyName: 'Li', givenName: 'Wei', birthday: '1990-02-03', gender: 'FEMALE' };
    const input = { kind: 'PERSON', name: 'Li Wei', person, addresses: [{ kind: 'SHIPPING', line: 'Long Street 1' }] };
    const { id, customerNo, contacts } = await customers.created(admin, input);
    await erase(admin, contacts.nodes[0]?.id ?? '');

    const fields = 'customerNo name erasedAt person { familyName birthday } addresses { line } availableActions';
    expect(await customers.seen(admin, id, fields)).toEqual({
      customerNo,
      name: '',
      erasedAt: expect.any(String),
      person: { familyName: null, birthday: null },
      addresses: [],
      availableActions: [],
    });
    for (const [name, type] of [
      ['updateCustomer', 'UpdateCustomerInput'],
      ['restoreCustomer', 'RestoreCustomerInput'],
      ['assignCustomer', 'AssignCustomerInput'],
    ] as const) {
      const refusal = await change(admin, name, type, { id, expectedVersion: 2 });
      expect([name, refusal]).toEqual([name, [{ code: 'ILLEGAL_TRANSITION', allowed: [] }]]);
    }
    expect((await customers.announced(id)).slice(-2)).toEqual([
      'customer.customer-erased.v1',
      'customer.customer-state.v1',
    ]);
  });

  it('takes along why a person was deleted, which no fact has told', async () => {
    const admin = administrator(aTenant());
    const { id, contacts } = await customers.created(admin, { kind: 'PERSON', name: 'Li Wei' });
    await customers.act(admin, 'deleteCustomer', { id, expectedVersion: 1, reason: 'Li Wei asked for it' });
    expect(await customers.seen(admin, id, 'deletedBecause')).toEqual({ deletedBecause: 'Li Wei asked for it' });
    expect(await customers.told(id, 'customer.customer-deleted.v1')).toMatchObject([{ reason: null }]);
    await erase(admin, contacts.nodes[0]?.id ?? '');
    expect(await customers.seen(admin, id, 'deletedBecause')).toEqual({ deletedBecause: null });
  });

  it('is for good: who was erased is neither changed nor restored, and nobody reports to him any more', async () => {
    const admin = administrator(aTenant());
    const { id, customerId } = await aContact(admin);
    await erase(admin, id);
    const at = { id, expectedVersion: 2 };
    expect([
      await change(admin, 'updateContact', 'UpdateContactInput', { ...at, name: 'Li Wei' }),
      await change(admin, 'deleteContact', 'DeleteContactInput', at),
      await change(admin, 'restoreContact', 'RestoreContactInput', at),
    ]).toEqual(Array.from({ length: 3 }, () => [{ code: 'ILLEGAL_TRANSITION', allowed: [] }]));
    const below = { customerId, name: 'Wang', reportsToId: id, contactPoints: [] };
    expect((await ask(admin, CONTACT, { input: below })).createContact.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  });

  it('reaches who is in the bin, and he does not come out of it with his customer', async () => {
    const admin = administrator(aTenant());
    const { id, customerId } = await aContact(admin);
    await customers.act(admin, 'deleteCustomer', { id: customerId, expectedVersion: 1 });
    expect(await erase(admin, id)).toMatchObject({ userErrors: [] });
    await customers.act(admin, 'restoreCustomer', { id: customerId, expectedVersion: 2 });
    expect(await seen(admin, id)).toMatchObject({ name: '', deletedAt: expect.any(String), version: 3 });
  });

  it('is one erasure, however often and from however many sides it is asked for', async () => {
    const admin = administrator(aTenant());
    const { id } = await aContact(admin);
    const key = randomUUID();
    const keys = [key, undefined, key, randomUUID(), undefined, key];
    const answers = await Promise.all(keys.map((each) => erase(admin, id, each)));
    const later = await erase(admin, id, key);
    const ids = [...answers, later].map(({ erasure }) => erasure.id);

    expect(new Set(ids).size).toBe(1);
    expect(await seen(admin, id)).toMatchObject({ version: 2, erasure: { id: ids[0] } });
    expect(await customers.announced(String(ids[0]))).toEqual(['customer.personal-data-erasure-requested.v1']);
    expect(await customers.announced(id)).toHaveLength(4);
  });

  it('awaits every service, and is listed for those who see what is left of the contact', async () => {
    const tenant = aTenant();
    const admin = administrator(tenant);
    const { id } = await aContact(admin);
    const { erasure } = await erase(admin, id);
    const awaited = ['analytics', 'catalog-pricing', 'contract-order', 'customer', 'marketing', 'sales', 'service'];
    expect(erasure.confirmations).toEqual(awaited.map((service) => ({ service, confirmedAt: null })));

    const list = async (who: Identity, filter: object) => {
      const query = `query ($filter: PersonalDataErasureFilter) { personalDataErasures(filter: $filter) {
        nodes { id } totalCount { value } } }`;
      return (await ask(who, query, { filter })).personalDataErasures;
    };
    const one = { nodes: [{ id: erasure.id }], totalCount: { value: 1 } };
    const none = { nodes: [], totalCount: { value: 0 } };
    const stranger = anEmployee(tenant, newId('Employee'), ['SALES_REP']);
    expect([
      await list(admin, { status: { eq: 'REQUESTED' }, contactId: { eq: id } }),
      await list(admin, { status: { eq: 'COMPLETED' } }),
      await list(stranger, {}),
      await list(administrator(aTenant()), {}),
    ]).toEqual([one, none, none, none]);
    expect(
      (await ask(stranger, 'query ($id: ID!) { personalDataErasure(id: $id) { id } }', { id: erasure.id }))
        .personalDataErasure,
    ).toBeNull();
  });

  it('is for administrators and lawyers; others are told the permission, and nothing happens', async () => {
    const tenant = aTenant();
    const admin = administrator(tenant);
    const department = await customers.aDepartmentOf(admin);
    const rep = await customers.anEmployeeOf(admin, department, ['SALES_REP']);
    const lawyer = await customers.anEmployeeOf(admin, department, ['LEGAL']);
    const { id } = await aContact(rep);
    const refused = (error: object) => ({ erasure: null, userErrors: [error] });

    expect(await erase(rep, id)).toEqual(refused({ code: 'FORBIDDEN', path: ['input'], permission: 'Contact.erase' }));
    const other = await customers.anEmployeeOf(admin, department, ['SALES_REP']);
    expect(await erase(other, id)).toEqual(refused({ code: 'NOT_FOUND', path: ['input', 'contactId'] }));
    expect(await erase(administrator(aTenant()), id)).toEqual(
      refused({ code: 'NOT_FOUND', path: ['input', 'contactId'] }),
    );
    expect(await erase(admin, newId('Customer'))).toEqual(
      refused({ code: 'INVALID_ID', path: ['input', 'contactId'] }),
    );
    expect(await seen(rep, id)).toMatchObject({ name: 'Li Wei', version: 1, erasure: null });

    expect(await erase(lawyer, id)).toMatchObject({ erasure: { requestedBy: { id: lawyer.employee } } });
  });

  it('keeps no fingerprint of what was typed in, and the key that made the contact makes no second one', async () => {
    const admin = administrator(aTenant());
    const idempotencyKey = randomUUID();
    const { id, customerId } = await aContact(admin, { idempotencyKey });
    const again = { customerId, name: 'Li Wei', title: 'Buyer', idempotencyKey };
    const contactPoints = [{ kind: 'EMAIL', value: 'li.wei@example.com' }];
    const repeat = async () => (await ask(admin, CONTACT, { input: { contactPoints, ...again } })).createContact;
    expect(await repeat()).toMatchObject({ contact: { id } });
    await erase(admin, id);
    expect(await repeat()).toEqual({ contact: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });
});
