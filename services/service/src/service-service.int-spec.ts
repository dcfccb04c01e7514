import type { Identity } from '@crm/graphql';
import { type Id, newId } from '@crm/kernel';
import { type TestService, aService, aTenant, administrator, somebody } from '@crm/testing';

import { serviceService } from './service.ts';

const CREATE = `mutation ($input: CreateServiceRequestInput!) { createServiceRequest(input: $input) {
  serviceRequest { id requestNo status priority version customer { id } owner { id } availableActions }
  userErrors { code message path ... on ForbiddenError { permission } } } }`;
const RESOLVE = `mutation ($input: ResolveServiceRequestInput!) { resolveServiceRequest(input: $input) {
  serviceRequest { status version solution }
  userErrors { code ... on ConflictError { currentVersion current { id ... on ServiceRequest { status } } } } } }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on ServiceRequest { id subject }
  ... on Customer { serviceRequests { nodes { subject } totalCount { value } } } } }`;

describe('the service subgraph', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(serviceService);
  });
  afterAll(() => service.stop());

  const create = (identity: Identity, customerId: Id<'Customer'>) =>
    service.ask(identity, CREATE, { input: { customerId, subject: 'No power', channel: 'PHONE' } });
  const createdBy = async (identity: Identity, customerId: Id<'Customer'>) => {
    const { createServiceRequest } = (await create(identity, customerId)).data as {
      createServiceRequest: { serviceRequest: { id: string } };
    };
    return createServiceRequest.serviceRequest.id;
  };

  it('takes a request in and offers what can be done with it', async () => {
    const customer = newId('Customer');
    expect(await create(administrator(aTenant()), customer)).toMatchObject({
      data: {
        createServiceRequest: {
          serviceRequest: {
            requestNo: 'SR-000001',
            status: 'NEW',
            priority: 'NORMAL',
            customer: { id: customer },
            owner: null,
            availableActions: ['UPDATE', 'RESOLVE', 'CANCEL', 'ASSIGN', 'DELETE'],
          },
          userErrors: [],
        },
      },
    });
  });

  it('gives the request as it is now to who acted on an older version', async () => {
    const admin = administrator(aTenant());
    const id = await createdBy(admin, newId('Customer'));
    const input = { id, expectedVersion: 1, solution: 'Plug it in' };

    expect(await service.ask(admin, RESOLVE, { input })).toMatchObject({
      data: { resolveServiceRequest: { serviceRequest: { status: 'RESOLVED', version: 2 } } },
    });
    expect(await service.ask(admin, RESOLVE, { input })).toEqual({
      data: {
        resolveServiceRequest: {
          serviceRequest: null,
          userErrors: [{ code: 'CONFLICT', currentVersion: 2, current: { id, status: 'RESOLVED' } }],
        },
      },
    });
  });

  it('answers other subgraphs about requests and customers as far as the reader sees them', async () => {
    const [tenant, customer] = [aTenant(), newId('Customer')];
    const id = await createdBy(administrator(tenant), customer);
    const of = [
      { __typename: 'ServiceRequest', id },
      { __typename: 'Customer', id: customer },
    ];

    expect(await service.ask(somebody(tenant, ['AUDITOR']), ENTITIES, { of })).toEqual({
      data: {
        _entities: [
          { id, subject: 'No power' },
          { serviceRequests: { nodes: [{ subject: 'No power' }], totalCount: { value: 1 } } },
        ],
      },
    });
    expect(await service.ask(administrator(aTenant()), ENTITIES, { of })).toEqual({
      data: { _entities: [null, { serviceRequests: { nodes: [], totalCount: { value: 0 } } }] },
    });
  });

  it('refuses who has no permission, by its name', async () => {
    expect(await create(somebody(aTenant(), ['AUDITOR']), newId('Customer'))).toMatchObject({
      data: {
        createServiceRequest: {
          serviceRequest: null,
          userErrors: [{ code: 'FORBIDDEN', permission: 'ServiceRequest.create' }],
        },
      },
    });
  });
});
