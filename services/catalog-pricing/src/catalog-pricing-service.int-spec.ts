import type { Identity } from '@crm/graphql';
import { type TestService, aService, aTenant, administrator, somebody } from '@crm/testing';

import { catalogPricingService } from './service.ts';

const CREATE = `mutation ($input: CreateProductInput!) { createProduct(input: $input) {
  product { id code unit kind status isSerialTracked availableActions createdBy { id } }
  userErrors { code path ... on ForbiddenError { permission } } } }`;
const PUBLISH = `mutation ($input: PublishProductInput!) { publishProduct(input: $input) {
  product { status version }
  userErrors { code ... on ConflictError { currentVersion current { ... on Product { status } } } } } }`;
const ENTITY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { code } } }`;

describe('the catalog-pricing service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(catalogPricingService);
  });
  afterAll(() => service.stop());

  const create = (identity: Identity) => service.ask(identity, CREATE, { input: { code: 'PUMP-20', name: 'Pump' } });
  const createdBy = async (identity: Identity) => {
    const { createProduct } = (await create(identity)).data as { createProduct: { product: { id: string } } };
    return createProduct.product.id;
  };

  it('enters a product as a draft and offers what can be done with it', async () => {
    const admin = administrator(aTenant());
    expect(await create(admin)).toMatchObject({
      data: {
        createProduct: {
          product: {
            code: 'PUMP-20',
            unit: 'PCS',
            kind: 'GOODS',
            status: 'DRAFT',
            isSerialTracked: false,
            availableActions: ['UPDATE', 'PUBLISH', 'DELETE'],
            createdBy: null,
          },
          userErrors: [],
        },
      },
    });
    expect(await create(admin)).toMatchObject({
      data: { createProduct: { product: null, userErrors: [{ code: 'TAKEN', path: ['input', 'code'] }] } },
    });
  });

  it('gives the product as it is now to who acted on an older version', async () => {
    const admin = administrator(aTenant());
    const input = { id: await createdBy(admin), expectedVersion: 1 };
    await service.ask(admin, PUBLISH, { input });

    expect(await service.ask(admin, PUBLISH, { input })).toEqual({
      data: {
        publishProduct: {
          product: null,
          userErrors: [{ code: 'CONFLICT', currentVersion: 2, current: { status: 'PUBLISHED' } }],
        },
      },
    });
  });

  it('answers other subgraphs about a product of the reader’s company, and of no other', async () => {
    const tenant = aTenant();
    const of = [{ __typename: 'Product', id: await createdBy(administrator(tenant)) }];

    expect(await service.ask(somebody(tenant, ['AUDITOR']), ENTITY, { of })).toEqual({
      data: { _entities: [{ code: 'PUMP-20' }] },
    });
    expect(await service.ask(administrator(aTenant()), ENTITY, { of })).toEqual({ data: { _entities: [null] } });
  });

  it('refuses who has no permission, by its name', async () => {
    expect(await create(somebody(aTenant(), ['SALES_REP']))).toMatchObject({
      data: { createProduct: { product: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Product.create' }] } },
    });
  });
});
