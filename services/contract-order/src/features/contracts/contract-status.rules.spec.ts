import fc from 'fast-check';

import {
  CONTRACT_TRANSITIONS,
  type ContractStatus,
  archive,
  canBeArchived,
  canBeEdited,
  canBeVoided,
  edit,
  voidIt,
} from './contract-status.rules.ts';

const standings = fc.record({
  status: fc.constantFrom(...(Object.keys(CONTRACT_TRANSITIONS) as ContractStatus[])),
  isArchived: fc.boolean(),
});
const moves = fc.constantFrom(
  { move: edit, offered: canBeEdited, onlyFrom: 'DRAFT' },
  { move: voidIt, offered: canBeVoided, onlyFrom: 'DRAFT' },
  { move: archive, offered: canBeArchived, onlyFrom: 'VOIDED' },
);

describe('the life of a contract', () => {
  it('lets a draft be edited and voided, and what is voided be archived; nothing else', () => {
    fc.assert(
      fc.property(standings, moves, (contract, { move, onlyFrom }) => {
        if (move(contract).ok) expect(contract.status).toBe(onlyFrom);
      }),
    );
  });

  it('is open to exactly what is offered, and a refusal names what is', () => {
    fc.assert(
      fc.property(standings, moves, (contract, { move, offered }) => {
        const decision = move(contract);
        expect(decision.ok).toBe(offered(contract));
        if (decision.ok) return;
        const allowed = [canBeVoided(contract) && 'VOIDED', canBeArchived(contract) && 'ARCHIVED'].filter(Boolean);
        expect(decision.refusal).toMatchObject({ kind: 'illegal-transition', allowed });
      }),
    );
  });

  it('ends in the archive once', () => {
    expect(archive({ status: 'VOIDED', isArchived: true })).toMatchObject({
      refusal: { from: 'ARCHIVED', allowed: [] },
    });
  });
});
