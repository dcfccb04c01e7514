import type { Caller } from '@crm/access';
import { type Clock, type CommonRefusal, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import type { LeadParts } from './create-lead.command.ts';
import { leadState, leadUpdated } from './lead.event.ts';
import { type At, holdLead } from './lead.guard.ts';
import { leads } from './lead.repository.ts';
import { type Lead, type LeadChanges, type LeadId, changeLead } from './lead.rules.ts';

export type LeadUpdate = LeadChanges & At;

export type UpdateLead = (caller: Caller, input: LeadUpdate) => Promise<Result<LeadId, CommonRefusal>>;

/** Refused inside only: so the version that was claimed for a change is given back when there is none. */
type Unchanged = { readonly kind: 'unchanged' };

/** Corrects what we know of a lead. */
export const updateLead =
  ({ transact, clock }: LeadParts): UpdateLead =>
  async (caller, input) => {
    const decision = await transact(caller.actor, (work) => change(work, clock, caller, input));
    if (decision.ok) return decision;
    const { refusal } = decision;
    return refusal.kind === 'unchanged' ? accept(input.id) : refuse(refusal);
  };

const change = async (
  work: Work,
  clock: Clock,
  caller: Caller,
  input: LeadUpdate,
): Promise<Result<LeadId, CommonRefusal | Unchanged>> => {
  const held = await holdLead(work, caller, 'update', input);
  if (!held.ok) return held;
  const { lead, at } = held.value;
  const draft = changeLead(lead, input);
  if (!draft.ok) return draft;
  const { details, changed } = draft.value;
  if (changed.length === 0) return refuse({ kind: 'unchanged' });
  const locked = changed.find((field) => caller.access.readOnly('Lead', field));
  if (locked) return refuse({ kind: 'read-only-field', path: ['input', locked] });

  const now = clock.now();
  const after: Lead = { ...lead, ...details, version: at.version, updatedAt: now, updatedBy: caller.actor.employee };
  await leads(work.db).save(after);
  work.announce(leadUpdated(at, changed, now), leadState(at, after));
  return accept(lead.id);
};
