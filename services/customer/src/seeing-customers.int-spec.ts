import type { Identity } from '@crm/graphql';
import { idOf } from '@crm/kernel';
import { aTenant, administrator, somebody, statementsDuring } from '@crm/testing';

import { aCustomerService } from './customer-service.builder.ts';

describe('seeing customers', () => {
  let customers: Awaited<ReturnType<typeof aCustomerService>>;
  beforeAll(async () => {
    customers = await aCustomerService();
  });
  afterAll(() => customers.stop());

  describe('what a reader sees', () => {
    it('is masked and hidden as his roles say, and cannot be found out by asking', async () => {
      const admin = administrator(aTenant());
      const { id } = await customers.created(admin, {
        kind: 'PERSON',
        name: 'Li Wei',
        country: 'CN',
        person: { birthday: '1990-05-01' },
        contactPoints: [{ kind: 'PHONE', value: '+86 138 1234 5678' }],
      });
      const analyst = somebody(admin.tenant, ['ANALYST']);
      expect(await customers.seen(analyst, id, 'person { birthday } contactPoints { value }')).toEqual({
        person: { birthday: null },
        contactPoints: [{ value: '+86138****5678' }],
      });
      const find = (who: Identity) => customers.service.ask(who, '{ customers(search: "1234 5678") { nodes { id } } }');
      expect((await find(analyst)).data.customers.nodes).toEqual([]);
      expect((await find(admin)).data.customers.nodes).toEqual([{ id }]);
    });

    it('in the portal is his own company alone', async () => {
      const admin = administrator(aTenant());
      const [own, other] = [
        await customers.created(admin, { name: 'Own' }),
        await customers.created(admin, { name: 'Other' }),
      ];
      const portal = somebody(admin.tenant, ['CUSTOMER', 'ADMIN'], { customer: idOf<'Customer'>(own.id) });
      expect([await customers.seen(portal, own.id), await customers.seen(portal, other.id)]).toEqual([
        { name: 'Own' },
        null,
      ]);
      const { data } = await customers.service.ask(portal, '{ customers { nodes { name } totalCount { value } } }');
      expect(data.customers).toEqual({ nodes: [{ name: 'Own' }], totalCount: { value: 1 } });
    });

    it('ends at once when he leaves, whatever his token says', async () => {
      const admin = administrator(aTenant());
      const rep = await customers.anEmployeeOf(admin, await customers.aDepartmentOf(admin), ['SALES_REP']);
      const { id } = await customers.created(rep);
      expect(await customers.seen(rep, id)).toEqual({ name: 'Acme' });
      const leave = `mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { employee { isActive } userErrors { message } } }`;
      const { data } = await customers.service.ask(admin, leave, {
        input: { id: rep.employee, expectedVersion: 1, isActive: false },
      });
      expect(data.updateEmployee.userErrors).toEqual([]);
      expect(await customers.seen(rep, id)).toBeNull();
    });
  });

  it('answers a list with owners, contacts and ways to reach them in as many statements for twenty as for two', async () => {
    const admin = administrator(aTenant());
    const rep = await customers.anEmployeeOf(admin, await customers.aDepartmentOf(admin), ['SALES_REP']);
    const list = (first: number) =>
      customers.service.ask(
        rep,
        `query ($first: Int) { customers(first: $first) { nodes {
          name owner { name department { name } } contactPoints { value } addresses { line } availableActions
          contacts { nodes { name contactPoints { value } } totalCount { value } } } } }`,
        { first },
      );
    for (let place = 0; place < 20; place += 1) {
      await customers.created(rep, {
        kind: 'PERSON',
        name: `Person ${String(place)}`,
        contactPoints: [{ kind: 'QQ', value: String(place) }],
      });
    }
    await list(1);
    const two = await statementsDuring(() => list(2));
    const twenty = await statementsDuring(() => list(20));
    expect(twenty.length).toBe(two.length);
    expect(two.length).toBeGreaterThan(1);
    expect(two.length).toBeLessThanOrEqual(10);
  });
});
