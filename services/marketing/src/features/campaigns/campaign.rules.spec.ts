import { budgetOf, campaignNo, changeCampaign, draftCampaign } from './campaign.rules.ts';

describe('a new campaign', () => {
  it('has a number that people can say', () => {
    expect(campaignNo(42)).toBe('CM-000042');
  });

  it('keeps what was said, trimmed, each channel once, and money to the smallest unit', () => {
    const said = {
      name: ' 春季新品发布会 ',
      type: 'EVENT',
      channels: ['EMAIL', 'WECHAT', 'EMAIL'],
      goals: ' ',
      budget: { amount: '200000.005', currency: 'CNY' },
    } as const;
    expect(draftCampaign(said)).toEqual({
      ok: true,
      value: {
        name: '春季新品发布会',
        type: 'EVENT',
        channels: ['EMAIL', 'WECHAT'],
        goals: null,
        budgetMinor: '20000000',
        budgetCurrency: 'CNY',
        startsOn: null,
        endsOn: null,
      },
    });
  });

  const good = { name: 'Fair', type: 'EVENT' } as const;
  it.each([
    { title: 'without a name', said: { name: ' ' }, path: ['input', 'name'], problem: 'required' },
    {
      title: 'with a name of 201 characters',
      said: { name: 'x'.repeat(201) },
      path: ['input', 'name'],
      problem: 'too-long',
    },
    {
      title: 'that costs less than nothing',
      said: { budget: { amount: '-1', currency: 'EUR' } },
      path: ['input', 'budget', 'amount'],
      problem: 'out-of-range',
    },
    {
      title: 'that ends before it starts',
      said: { startsOn: '2027-03-02', endsOn: '2027-03-01' },
      path: ['input', 'endsOn'],
      problem: 'not-allowed-here',
    },
  ] as const)('$title is refused by field', ({ said, path, problem }) => {
    expect(draftCampaign({ ...good, ...said })).toMatchObject({ refusal: { problems: [{ path, problem }] } });
  });
});

describe('changing the plan of a campaign', () => {
  const known = draftCampaign({
    name: 'Fair',
    type: 'EVENT',
    budget: { amount: '5', currency: 'EUR' },
    goals: 'Leads',
  });
  if (!known.ok) throw new Error('the campaign is good');

  it('changes what is said, clears what is null, keeps the rest, and names the differences', () => {
    const change = changeCampaign(known.value, {
      budget: null,
      goals: 'Leads',
      startsOn: '2027-03-01',
      channels: ['WEB'],
    });
    expect(change).toMatchObject({
      ok: true,
      value: { plan: { name: 'Fair', budgetMinor: null }, changed: ['channels', 'budget', 'startsOn'] },
    });
  });

  it('keeps the budget when nothing is said of it', () => {
    const change = changeCampaign(known.value, { name: 'Trade fair' });
    if (!change.ok) throw new Error('the change is good');
    expect(budgetOf(change.value.plan)).toEqual({ amount: '5.00', currency: 'EUR' });
  });

  it('does not take away what every campaign has', () => {
    expect(changeCampaign(known.value, { name: null, type: null, channels: null })).toMatchObject({
      refusal: {
        problems: [{ path: ['input', 'name'] }, { path: ['input', 'type'] }, { path: ['input', 'channels'] }],
      },
    });
  });
});
