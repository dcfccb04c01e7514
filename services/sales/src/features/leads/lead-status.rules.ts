import { type Result, accept, refuse } from '@crm/kernel';

export type LeadStatus = 'NEW' | 'ASSIGNED' | 'CONTACTED' | 'NURTURING' | 'QUALIFIED' | 'DISQUALIFIED';
export type LeadMove = 'ASSIGN' | 'RECORD_CONTACT' | 'NURTURE' | 'QUALIFY' | 'DISQUALIFY' | 'REOPEN';

/** Where each move leads from each status; a status that is left out does not allow the move. */
export const LEAD_MOVES: Readonly<Record<LeadMove, Readonly<Partial<Record<LeadStatus, LeadStatus>>>>> = {
  // A new owner starts where the last one left off.
  ASSIGN: {
    NEW: 'ASSIGNED',
    ASSIGNED: 'ASSIGNED',
    CONTACTED: 'CONTACTED',
    NURTURING: 'NURTURING',
    QUALIFIED: 'QUALIFIED',
  },
  // Talking to a qualified lead does not make it less so.
  RECORD_CONTACT: { ASSIGNED: 'CONTACTED', CONTACTED: 'CONTACTED', NURTURING: 'CONTACTED', QUALIFIED: 'QUALIFIED' },
  NURTURE: { CONTACTED: 'NURTURING', QUALIFIED: 'NURTURING' },
  QUALIFY: { NEW: 'QUALIFIED', ASSIGNED: 'QUALIFIED', CONTACTED: 'QUALIFIED', NURTURING: 'QUALIFIED' },
  DISQUALIFY: {
    NEW: 'DISQUALIFIED',
    ASSIGNED: 'DISQUALIFIED',
    CONTACTED: 'DISQUALIFIED',
    NURTURING: 'DISQUALIFIED',
    QUALIFIED: 'DISQUALIFIED',
  },
  REOPEN: { DISQUALIFIED: 'NEW' },
};

// The keys of a constant of exactly this type.
const MOVES = Object.keys(LEAD_MOVES) as readonly LeadMove[];

/** What decides where a lead can go. */
export type Standing = { readonly status: LeadStatus; readonly ownerId: string | null };

type IllegalTransition = {
  readonly kind: 'illegal-transition';
  readonly from: LeadStatus;
  readonly to: string;
  readonly allowed: readonly LeadStatus[];
};

/** A lead that nobody looks after is new; with an owner it is assigned. */
export const firstStatus = (ownerId: string | null): LeadStatus => (ownerId ? 'ASSIGNED' : 'NEW');

const goal = (move: LeadMove, { status, ownerId }: Standing): LeadStatus | undefined => {
  const to = LEAD_MOVES[move][status];
  return to === 'NEW' ? firstStatus(ownerId) : to;
};

/** The status after a move; refused with the statuses that can be reached instead. */
export const moveLead = (lead: Standing, move: LeadMove): Result<LeadStatus, IllegalTransition> => {
  const to = goal(move, lead);
  if (to) return accept(to);
  const target = Object.values(LEAD_MOVES[move])[0] ?? move;
  return refuse({ kind: 'illegal-transition', from: lead.status, to: target, allowed: reachable(lead) });
};

/** The statuses that the lead can go to now. */
export const reachable = (lead: Standing): readonly LeadStatus[] => {
  const goals = new Set(movesOf(lead).flatMap((move) => goal(move, lead) ?? []));
  return [...goals].filter((status) => status !== lead.status);
};

/** The moves that the lead's status allows. */
export const movesOf = ({ status }: Pick<Standing, 'status'>): readonly LeadMove[] =>
  MOVES.filter((move) => LEAD_MOVES[move][status] !== undefined);
