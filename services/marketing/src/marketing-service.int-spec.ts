import type { Identity } from '@crm/graphql';
import { type TestService, aService, aTenant, administrator, somebody } from '@crm/testing';

import { marketingService } from './service.ts';

const CREATE = `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) {
  campaign { id campaignNo status version channels startsOn budget { amount currency } owner { id } availableActions }
  userErrors { code message path ... on ForbiddenError { permission } } } }`;
const START = `mutation ($input: StartCampaignInput!) { startCampaign(input: $input) {
  campaign { status version }
  userErrors { code ... on ConflictError { currentVersion current { id ... on Campaign { status } } } } } }`;
const ENTITY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Campaign { id name } } }`;

describe('the marketing subgraph', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(marketingService);
  });
  afterAll(() => service.stop());

  const input = {
    name: 'Fair',
    type: 'EVENT',
    channels: ['WEB'],
    startsOn: '2027-03-01',
    budget: { amount: '5', currency: 'EUR' },
  };
  const createdBy = async (identity: Identity) => {
    const { createCampaign } = (await service.ask(identity, CREATE, { input })).data as {
      createCampaign: { campaign: { id: string } };
    };
    return createCampaign.campaign.id;
  };

  it('plans a campaign and offers what can be done with it', async () => {
    expect(await service.ask(administrator(aTenant()), CREATE, { input })).toMatchObject({
      data: {
        createCampaign: {
          campaign: {
            campaignNo: 'CM-000001',
            status: 'PLANNED',
            channels: ['WEB'],
            startsOn: '2027-03-01',
            budget: { amount: '5.00', currency: 'EUR' },
            owner: null,
            availableActions: ['UPDATE', 'START', 'CANCEL', 'ASSIGN', 'DELETE'],
          },
          userErrors: [],
        },
      },
    });
  });

  it('gives the campaign as it is now to who acted on an older version', async () => {
    const admin = administrator(aTenant());
    const id = await createdBy(admin);

    expect(await service.ask(admin, START, { input: { id, expectedVersion: 1 } })).toMatchObject({
      data: { startCampaign: { campaign: { status: 'ACTIVE', version: 2 } } },
    });
    expect(await service.ask(admin, START, { input: { id, expectedVersion: 1 } })).toEqual({
      data: {
        startCampaign: {
          campaign: null,
          userErrors: [{ code: 'CONFLICT', currentVersion: 2, current: { id, status: 'ACTIVE' } }],
        },
      },
    });
  });

  it('answers other subgraphs about a campaign as far as the reader sees it', async () => {
    const tenant = aTenant();
    const id = await createdBy(administrator(tenant));
    const of = [{ __typename: 'Campaign', id }];

    expect(await service.ask(somebody(tenant, ['SALES_REP']), ENTITY, { of })).toEqual({
      data: { _entities: [{ id, name: 'Fair' }] },
    });
    expect(await service.ask(administrator(aTenant()), ENTITY, { of })).toEqual({ data: { _entities: [null] } });
  });

  it('refuses who has no permission, by its name', async () => {
    expect(await service.ask(somebody(aTenant(), ['AUDITOR']), CREATE, { input })).toMatchObject({
      data: { createCampaign: { campaign: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Campaign.create' }] } },
    });
  });
});
