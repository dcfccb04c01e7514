import { type Result, accept, refuse } from '@crm/kernel';

/** Without approvals a contract can be drafted and given up; the states between come with them. */
export type ContractStatus = 'DRAFT' | 'VOIDED';

/** Where a contract can go from where it is. */
export const CONTRACT_TRANSITIONS: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  DRAFT: ['VOIDED'],
  VOIDED: [],
};

/** Where it may be edited. */
const EDITABLE: readonly ContractStatus[] = ['DRAFT'];
/** Where it is over, and may be put away. */
const ARCHIVABLE: readonly ContractStatus[] = ['VOIDED'];

export type ContractStanding = { readonly status: ContractStatus; readonly isArchived: boolean };

type IllegalTransition = {
  readonly kind: 'illegal-transition';
  readonly from: string;
  readonly to: string;
  readonly allowed: readonly string[];
};

export const canBeEdited = ({ status }: ContractStanding) => EDITABLE.includes(status);
export const canBeVoided = ({ status }: ContractStanding) => CONTRACT_TRANSITIONS[status].includes('VOIDED');
export const canBeArchived = ({ status, isArchived }: ContractStanding) => ARCHIVABLE.includes(status) && !isArchived;

/** What can become of it now. */
const openRoads = (contract: ContractStanding): readonly string[] => [
  ...CONTRACT_TRANSITIONS[contract.status],
  ...(canBeArchived(contract) ? ['ARCHIVED'] : []),
];

const unless = (isOpen: boolean, contract: ContractStanding, to: string): Result<null, IllegalTransition> =>
  isOpen
    ? accept(null)
    : refuse({
        kind: 'illegal-transition',
        from: contract.isArchived ? 'ARCHIVED' : contract.status,
        to,
        allowed: openRoads(contract),
      });

export const edit = (contract: ContractStanding) => unless(canBeEdited(contract), contract, 'edited');
export const voidIt = (contract: ContractStanding) => unless(canBeVoided(contract), contract, 'VOIDED');
export const archive = (contract: ContractStanding) => unless(canBeArchived(contract), contract, 'ARCHIVED');
