import type { Identity } from '@crm/graphql';
import { type TestService, aService, aTenant, administrator, somebody } from '@crm/testing';

import { salesService } from './service.ts';

const LEAD = `id leadNo name phone status version owner { id } availableActions createdAt`;
const CREATE = `mutation ($input: CreateLeadInput!) { createLead(input: $input) {
  lead { ${LEAD} } userErrors { code message path ... on ForbiddenError { permission } } } }`;
const QUALIFY = `mutation ($input: QualifyLeadInput!) { qualifyLead(input: $input) {
  lead { status version }
  userErrors { code ... on ConflictError { currentVersion current { id ... on Lead { status } } } ... on IllegalTransitionError { allowed } } } }`;
const ENTITY = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Lead { id name phone } } }`;

describe('the sales service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService(salesService);
  });
  afterAll(() => service.stop());

  const create = (identity: Identity) =>
    service.ask(identity, CREATE, { input: { name: 'Zoe', phone: '+86 138 1234 5678' } });
  const createdBy = async (identity: Identity) => {
    const { createLead } = (await create(identity)).data as { createLead: { lead: { id: string } } };
    return createLead.lead.id;
  };

  it('captures a lead and offers what can be done with it', async () => {
    expect(await create(administrator(aTenant()))).toMatchObject({
      data: {
        createLead: {
          lead: {
            leadNo: 'L-000001',
            status: 'NEW',
            owner: null,
            availableActions: ['UPDATE', 'ASSIGN', 'QUALIFY', 'DISQUALIFY', 'DELETE'],
          },
          userErrors: [],
        },
      },
    });
  });

  it('gives the lead as it is now to who acted on an older version', async () => {
    const admin = administrator(aTenant());
    const id = await createdBy(admin);
    const input = { id, expectedVersion: 1 };

    expect(await service.ask(admin, QUALIFY, { input })).toMatchObject({
      data: { qualifyLead: { lead: { status: 'QUALIFIED', version: 2 } } },
    });
    expect(await service.ask(admin, QUALIFY, { input })).toEqual({
      data: {
        qualifyLead: {
          lead: null,
          userErrors: [{ code: 'CONFLICT', currentVersion: 2, current: { id, status: 'QUALIFIED' } }],
        },
      },
    });
  });

  it('answers other subgraphs about a lead as its reader may see it, and nobody else’s', async () => {
    const tenant = aTenant();
    const id = await createdBy(administrator(tenant));
    const of = [{ __typename: 'Lead', id }];

    const analyst = await service.ask(somebody(tenant, ['ANALYST']), ENTITY, { of });
    const stranger = await service.ask(administrator(aTenant()), ENTITY, { of });

    expect(analyst).toEqual({ data: { _entities: [{ id, name: 'Zoe', phone: '+86138****5678' }] } });
    expect(stranger).toEqual({ data: { _entities: [null] } });
  });

  it('refuses who has no permission, by its name', async () => {
    expect(await create(somebody(aTenant(), ['AUDITOR']))).toMatchObject({
      data: { createLead: { lead: null, userErrors: [{ code: 'FORBIDDEN', permission: 'Lead.create' }] } },
    });
  });
});
