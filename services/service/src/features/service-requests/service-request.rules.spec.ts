import { channelProblems, changeRequest, draftRequest, priorityOf, requestNo } from './service-request.rules.ts';

describe('a new service request', () => {
  it('has a number that people can say', () => {
    expect(requestNo(42)).toBe('SR-000042');
  });

  it('is a question of middling weight unless more is said, with texts trimmed', () => {
    expect(draftRequest({ subject: ' How do I reset it? ', description: ' ' })).toEqual({
      ok: true,
      value: {
        subject: 'How do I reset it?',
        description: null,
        kind: 'QUESTION',
        impact: 'MEDIUM',
        urgency: 'MEDIUM',
      },
    });
  });

  it.each([
    { title: 'without a subject', subject: ' ', problem: 'required' },
    { title: 'with a subject of 201 characters', subject: 'x'.repeat(201), problem: 'too-long' },
  ])('$title is refused', ({ subject, problem }) => {
    expect(draftRequest({ subject })).toMatchObject({
      refusal: { problems: [{ path: ['input', 'subject'], problem }] },
    });
  });

  it('comes through the portal from portal users, and from them alone', () => {
    expect([channelProblems('PORTAL', true), channelProblems('PHONE', false)]).toEqual([[], []]);
    expect([channelProblems('PHONE', true), channelProblems('PORTAL', false)]).toMatchObject([
      [{ path: ['input', 'channel'] }],
      [{ path: ['input', 'channel'] }],
    ]);
  });
});

describe('the priority', () => {
  it.each([
    { impact: 'HIGH', urgency: 'HIGH', priority: 'URGENT' },
    { impact: 'HIGH', urgency: 'MEDIUM', priority: 'HIGH' },
    { impact: 'HIGH', urgency: 'LOW', priority: 'NORMAL' },
    { impact: 'MEDIUM', urgency: 'HIGH', priority: 'HIGH' },
    { impact: 'MEDIUM', urgency: 'MEDIUM', priority: 'NORMAL' },
    { impact: 'MEDIUM', urgency: 'LOW', priority: 'LOW' },
    { impact: 'LOW', urgency: 'HIGH', priority: 'NORMAL' },
    { impact: 'LOW', urgency: 'MEDIUM', priority: 'LOW' },
    { impact: 'LOW', urgency: 'LOW', priority: 'LOW' },
  ] as const)('of $impact impact and $urgency urgency is $priority', ({ impact, urgency, priority }) => {
    expect(priorityOf({ impact, urgency })).toBe(priority);
  });
});

describe('correcting a service request', () => {
  const known = draftRequest({ subject: 'No power', description: 'Since Monday' });
  if (!known.ok) throw new Error('the request is good');

  it('changes what is said, clears what is null, keeps the rest, and names the differences', () => {
    expect(changeRequest(known.value, { description: null, kind: 'INCIDENT', urgency: 'HIGH' })).toMatchObject({
      ok: true,
      value: {
        details: { subject: 'No power', description: null, kind: 'INCIDENT' },
        changed: ['description', 'kind', 'urgency'],
      },
    });
  });

  it('does not take away what every request has', () => {
    expect(changeRequest(known.value, { subject: null, kind: null })).toMatchObject({
      refusal: {
        problems: [
          { path: ['input', 'subject'], problem: 'required' },
          { path: ['input', 'kind'], problem: 'required' },
        ],
      },
    });
  });
});
