import fc from 'fast-check';

import { type CampaignStatus, TRANSITIONS, actionsOn, canChange, canDelete, moveTo } from './campaign-status.rules.ts';

/** As the business tells it: where a campaign can go from where it is. */
const ROADS: Readonly<Record<CampaignStatus, readonly CampaignStatus[]>> = {
  PLANNED: ['ACTIVE', 'CANCELLED'],
  ACTIVE: ['PAUSED', 'COMPLETED', 'CANCELLED'],
  PAUSED: ['ACTIVE', 'COMPLETED', 'CANCELLED'],
  COMPLETED: [],
  CANCELLED: [],
};

const statuses = fc.constantFrom(...(Object.keys(TRANSITIONS) as CampaignStatus[]));

describe('the way of a campaign', () => {
  it('follows the roads of the business and no others; a refusal names every road that is open', () => {
    fc.assert(
      fc.property(statuses, statuses, (from, to) => {
        const decision = moveTo(from, to);
        expect(decision.ok).toBe(ROADS[from].includes(to));
        if (!decision.ok) {
          expect(decision.refusal).toEqual({ kind: 'illegal-transition', from, to, allowed: ROADS[from] });
        }
      }),
    );
  });

  it('ends for good: the plan stays what the results are measured by', () => {
    expect([canChange('PAUSED').ok, canChange('COMPLETED').ok, canChange('CANCELLED').ok]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('does not lead into the bin while it runs', () => {
    expect(canDelete('PLANNED')).toMatchObject({ ok: true });
    expect(canDelete('ACTIVE')).toMatchObject({ refusal: { allowed: ['PAUSED', 'COMPLETED', 'CANCELLED'] } });
  });
});

describe('what is offered to a reader', () => {
  const rights = { mayUpdate: true, mayAssign: true, mayDelete: true, mayRestore: true };

  it('is what the status and his roles allow', () => {
    expect(actionsOn({ status: 'ACTIVE', deletedAt: null }, rights)).toEqual([
      'UPDATE',
      'PAUSE',
      'COMPLETE',
      'CANCEL',
      'ASSIGN',
    ]);
    expect(actionsOn({ status: 'COMPLETED', deletedAt: null }, rights)).toEqual(['ASSIGN', 'DELETE']);
    expect(actionsOn({ status: 'PLANNED', deletedAt: null }, { ...rights, mayUpdate: false })).toEqual([
      'ASSIGN',
      'DELETE',
    ]);
  });

  it('is to restore, and nothing else, what is in the bin', () => {
    expect(actionsOn({ status: 'PLANNED', deletedAt: new Date('2026-11-22') }, rights)).toEqual(['RESTORE']);
  });
});
