import { randomUUID } from 'node:crypto';

import type { Client } from '../support/client.ts';
import { CREATE_CUSTOMER, aCustomerOf, aSalesCompany } from '../support/company.ts';

const UPDATE = `mutation ($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) {
    customer { version city }
    userErrors { code path ... on ConflictError { currentVersion current { id ... on Customer { version city } } } }
  }
}`;

describe('two at once', () => {
  let rep: Client;
  beforeAll(async () => {
    rep = (await aSalesCompany()).eastRep;
  });

  it('edit the same customer: one wins, the other is told of a conflict with the record as it is now', async () => {
    const { id } = await aCustomerOf(rep);
    const edit = (city: string) => rep.ask(UPDATE, { input: { id, expectedVersion: 1, city } });

    const answers = (await Promise.all([edit('上海'), edit('北京')])).map(({ data }) => data.updateCustomer);
    const won = answers.filter(({ customer }) => customer !== null);
    const lost = answers.filter(({ customer }) => customer === null);
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({ customer: { version: 2 }, userErrors: [] });
    expect(lost).toEqual([
      {
        customer: null,
        userErrors: [
          {
            code: 'CONFLICT',
            path: ['input', 'expectedVersion'],
            currentVersion: 2,
            current: { id, version: 2, city: won[0]?.customer.city },
          },
        ],
      },
    ]);
  });

  it('send the same command with the same key: one customer comes of it', async () => {
    const input = { kind: 'ORGANIZATION', name: `Once ${randomUUID()}`, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 6 }, () => rep.ask(CREATE_CUSTOMER, { input })));

    const ids = new Set(answers.map(({ data }) => data.createCustomer.customer?.id));
    expect(ids.size).toBe(1);
    const { data } = await rep.ask(
      'query ($name: String!) { customers(filter: { name: { eq: $name } }) { totalCount { value } } }',
      input,
    );
    expect(data.customers.totalCount.value).toBe(1);
  });

  it('use one key for different things: the second is refused', async () => {
    const idempotencyKey = randomUUID();
    await rep.ask(CREATE_CUSTOMER, { input: { kind: 'ORGANIZATION', name: 'First', idempotencyKey } });
    const { data } = await rep.ask(CREATE_CUSTOMER, {
      input: { kind: 'ORGANIZATION', name: 'Second', idempotencyKey },
    });
    expect(data.createCustomer).toMatchObject({
      customer: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
    });
  });
});
