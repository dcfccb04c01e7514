import fc from 'fast-check';

import { LEAD_MOVES, type LeadMove, type LeadStatus, firstStatus, moveLead, movesOf } from './lead-status.rules.ts';

/** As the business tells it: where a lead can go from where it is. */
const ROADS: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  NEW: ['ASSIGNED', 'QUALIFIED', 'DISQUALIFIED'],
  ASSIGNED: ['CONTACTED', 'QUALIFIED', 'DISQUALIFIED'],
  CONTACTED: ['NURTURING', 'QUALIFIED', 'DISQUALIFIED'],
  NURTURING: ['CONTACTED', 'QUALIFIED', 'DISQUALIFIED'],
  QUALIFIED: ['NURTURING', 'DISQUALIFIED'],
  DISQUALIFIED: ['NEW', 'ASSIGNED'],
};

const moves = Object.keys(LEAD_MOVES) as LeadMove[];
const owners = fc.constantFrom(null, 'somebody');
const standings = fc
  .record({ status: fc.constantFrom(...(Object.keys(ROADS) as LeadStatus[])), ownerId: owners })
  .filter(({ status, ownerId }) => status !== 'NEW' || ownerId === null);

describe('the way of a lead', () => {
  it('starts with its owner, or as new', () => {
    expect([firstStatus(null), firstStatus('somebody')]).toEqual(['NEW', 'ASSIGNED']);
  });

  it('follows the roads of the business and no others', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom(...moves), (lead, move) => {
        const decision = moveLead(lead, move);
        if (decision.ok) expect([lead.status, ...ROADS[lead.status]]).toContain(decision.value);
        else expect(decision.refusal).toMatchObject({ kind: 'illegal-transition', from: lead.status });
      }),
    );
  });

  it('is open to exactly the moves that are offered', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom(...moves), (lead, move) => {
        expect(moveLead(lead, move).ok).toBe(movesOf(lead).includes(move));
      }),
    );
  });

  it('is told to whoever asks for another: the refusal names every road that is open', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom(...moves), (lead, move) => {
        const decision = moveLead(lead, move);
        if (decision.ok) return;
        const open = ROADS[lead.status].filter(
          (to) => to !== (lead.ownerId ? 'NEW' : 'ASSIGNED') || lead.status === 'NEW',
        );
        expect(decision.refusal.allowed.toSorted()).toEqual(open.toSorted());
      }),
    );
  });

  it('returns from disqualification to the owner when there is one', () => {
    const reopened = (ownerId: string | null) => moveLead({ status: 'DISQUALIFIED', ownerId }, 'REOPEN');
    expect([reopened(null), reopened('somebody')]).toMatchObject([{ value: 'NEW' }, { value: 'ASSIGNED' }]);
  });

  it('goes on where it was when another takes over', () => {
    expect(moveLead({ status: 'NURTURING', ownerId: 'somebody' }, 'ASSIGN')).toEqual({ ok: true, value: 'NURTURING' });
  });

  it('cannot start with a contact while nobody looks after it', () => {
    expect(moveLead({ status: 'NEW', ownerId: null }, 'RECORD_CONTACT')).toEqual({
      ok: false,
      refusal: {
        kind: 'illegal-transition',
        from: 'NEW',
        to: 'CONTACTED',
        allowed: ['ASSIGNED', 'QUALIFIED', 'DISQUALIFIED'],
      },
    });
  });
});
