import type { Identity } from '@crm/graphql';
import { newId } from '@crm/kernel';
import { type TestService, aService, aTenant, administrator, somebody } from '@crm/testing';

import { contractOrderService } from './service.ts';

const CREATE = `mutation ($input: CreateContractInput!) { createContract(input: $input) {
  contract { id contractNo type status amount { amount currency } startOn customer { id } availableActions }
  userErrors { code path ... on ForbiddenError { permission } } } }`;
const VOID = `mutation ($input: VoidContractInput!) { voidContract(input: $input) {
  contract { status voidedBecause }
  userErrors { code ... on ConflictError { currentVersion current { ... on Contract { status } } } } } }`;
const CONTRACTS = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Customer { contracts(filter: { status: { eq: DRAFT } }) { nodes { contractNo } totalCount { value isExact } } } } }`;

describe('the contract-order service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(contractOrderService);
  });
  afterAll(() => service.stop());

  const customerId = newId('Customer');
  const supply = {
    customerId,
    name: 'Supply',
    type: 'ANNUAL',
    amount: { amount: '12000', currency: 'CNY' },
    startOn: '2027-01-01',
  };
  const create = (identity: Identity, more = {}) => service.ask(identity, CREATE, { input: { ...supply, ...more } });

  it('drafts a contract and offers what can be done with it', async () => {
    expect(await create(administrator(aTenant()))).toMatchObject({
      data: {
        createContract: {
          contract: {
            contractNo: 'CT-000001',
            type: 'ANNUAL',
            status: 'DRAFT',
            amount: { amount: '12000.00', currency: 'CNY' },
            startOn: '2027-01-01',
            customer: { id: customerId },
            availableActions: ['UPDATE', 'ASSIGN', 'VOID', 'DELETE'],
          },
          userErrors: [],
        },
      },
    });
  });

  it('refuses the id of something else, and an amount the currency cannot pay', async () => {
    const admin = administrator(aTenant());
    expect(await create(admin, { customerId: newId('Lead') })).toMatchObject({
      data: { createContract: { contract: null, userErrors: [{ code: 'INVALID_ID', path: ['input', 'customerId'] }] } },
    });
    expect(await create(admin, { amount: { amount: '0.005', currency: 'CNY' } })).toMatchObject({
      data: { createContract: { userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'amount', 'amount'] }] } },
    });
  });

  it('gives the contract as it is now to who acted on an older version', async () => {
    const admin = administrator(aTenant());
    const { createContract } = (await create(admin)).data as { createContract: { contract: { id: string } } };
    const input = { id: createContract.contract.id, expectedVersion: 1, reason: 'Too late' };

    expect(await service.ask(admin, VOID, { input })).toMatchObject({
      data: { voidContract: { contract: { status: 'VOIDED', voidedBecause: 'Too late' } } },
    });
    expect(await service.ask(admin, VOID, { input })).toEqual({
      data: {
        voidContract: {
          contract: null,
          userErrors: [{ code: 'CONFLICT', currentVersion: 2, current: { status: 'VOIDED' } }],
        },
      },
    });
  });

  it('adds to a customer the contracts that the reader may see', async () => {
    const tenant = aTenant();
    await create(administrator(tenant));
    const of = [{ __typename: 'Customer', id: customerId }];
    const contracts = (count: number) => ({
      data: {
        _entities: [
          {
            contracts: {
              nodes: Array.from({ length: count }, () => ({ contractNo: 'CT-000001' })),
              totalCount: { value: count, isExact: true },
            },
          },
        ],
      },
    });

    const theirs = somebody(tenant, ['CUSTOMER'], { customer: customerId });
    const others = somebody(tenant, ['CUSTOMER'], { customer: newId('Customer') });
    expect(await service.ask(theirs, CONTRACTS, { of })).toEqual(contracts(1));
    expect(await service.ask(others, CONTRACTS, { of })).toEqual(contracts(0));
    expect(await service.ask(administrator(aTenant()), CONTRACTS, { of })).toEqual(contracts(0));
  });

  it('refuses who has no permission, by its name', async () => {
    expect(await create(somebody(aTenant(), ['LEGAL']))).toMatchObject({
      data: { createContract: { contract: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Contract.create' }] } },
    });
  });
});
