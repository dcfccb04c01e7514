import { type Action, type Caller, ownerPlace } from '@crm/access';
import type { AggregateAt, Fact } from '@crm/contracts';
import { type CommonRefusal, type Id, type Result, accept, refuse } from '@crm/kernel';
import type { Work } from '@crm/persistence';

import type { LeadParts } from './create-lead.command.ts';
import { moveLead } from './lead-status.rules.ts';
import {
  leadAssigned,
  leadContacted,
  leadDeleted,
  leadDisqualified,
  leadNurtured,
  leadQualified,
  leadReopened,
  leadRestored,
  leadState,
} from './lead.event.ts';
import { type At, holdLead } from './lead.guard.ts';
import { leads } from './lead.repository.ts';
import { type Lead, type LeadId, readReason } from './lead.rules.ts';

type Moved = Promise<Result<LeadId, CommonRefusal>>;
type Change = { readonly before: Lead; readonly after: Lead };

type Step = {
  readonly to: Partial<Lead>;
  readonly announce: (at: AggregateAt, change: Change) => Fact;
};

type Decide = (lead: Lead, now: Date, work: Work) => Result<Step, CommonRefusal> | Promise<Result<Step, CommonRefusal>>;

/** Hold, decide, save, announce: what all moves have in common. */
const move = async ({ transact, clock }: LeadParts, caller: Caller, action: Action, where: At, decide: Decide): Moved =>
  transact(caller.actor, async (work) => {
    const held = await holdLead(work, caller, action, where);
    if (!held.ok) return held;
    const { lead: before, at } = held.value;
    const now = clock.now();
    const step = await decide(before, now, work);
    if (!step.ok) return step;
    const { to, announce } = step.value;
    if (to.status && to.status !== before.status && caller.access.readOnly('Lead', 'status')) {
      return refuse({ kind: 'read-only-field', path: ['input'] });
    }

    const after = { ...before, ...to, version: at.version, updatedAt: now, updatedBy: caller.actor.employee };
    await leads(work.db).save(after);
    work.announce(announce(at, { before, after }), leadState(at, after));
    return accept(before.id);
  });

export type AssignLead = (caller: Caller, input: At & { readonly ownerId: Id<'Employee'> }) => Moved;

/** Gives a lead to an employee. */
export const assignLead =
  (parts: LeadParts): AssignLead =>
  (caller, input) =>
    move(parts, caller, 'assign', input, async (lead, _now, { db }) => {
      const status = moveLead(lead, 'ASSIGN');
      if (!status.ok) return status;
      const place = await ownerPlace(db, caller.actor, input.ownerId);
      if (!place.ok) return place;
      return accept({
        to: { ...place.value, status: status.value },
        announce: (at, change) => leadAssigned(at, change, input.ownerId),
      });
    });

export type MoveLead = (caller: Caller, input: At) => Moved;

/** Somebody of us spoke or wrote to the lead, now: the server's time, not the client's word. */
export const recordLeadContact =
  (parts: LeadParts): MoveLead =>
  (caller, input) =>
    move(parts, caller, 'update', input, (lead, now) => {
      const status = moveLead(lead, 'RECORD_CONTACT');
      if (!status.ok) return status;
      const to = { status: status.value, firstContactAt: lead.firstContactAt ?? now, lastContactAt: now };
      return accept({ to, announce: leadContacted });
    });

/** A move that changes the status and nothing else. */
const turn =
  (to: 'NURTURE' | 'QUALIFY', announce: Step['announce']) =>
  (parts: LeadParts): MoveLead =>
  (caller, input) =>
    move(parts, caller, 'update', input, (lead) => {
      const status = moveLead(lead, to);
      return status.ok ? accept({ to: { status: status.value }, announce }) : status;
    });

export const nurtureLead = turn('NURTURE', leadNurtured);
export const qualifyLead = turn('QUALIFY', leadQualified);

export type DisqualifyLead = (caller: Caller, input: At & { readonly reason: string }) => Moved;

export const disqualifyLead =
  (parts: LeadParts): DisqualifyLead =>
  (caller, input) =>
    move(parts, caller, 'update', input, (lead) => {
      const status = moveLead(lead, 'DISQUALIFY');
      if (!status.ok) return status;
      const reason = readReason(input.reason);
      if (!reason.ok) return reason;
      return accept({
        to: { status: status.value, disqualifiedBecause: reason.value },
        announce: (at, change) => leadDisqualified(at, change, reason.value),
      });
    });

/** Gives a disqualified lead another chance: with its owner when it has one, else as new. */
export const reopenLead =
  (parts: LeadParts): MoveLead =>
  (caller, input) =>
    move(parts, caller, 'update', input, (lead) => {
      const status = moveLead(lead, 'REOPEN');
      return status.ok
        ? accept({ to: { status: status.value, disqualifiedBecause: null }, announce: leadReopened })
        : status;
    });

export const deleteLead =
  (parts: LeadParts): MoveLead =>
  (caller, input) =>
    move(parts, caller, 'delete', input, (_lead, now) => accept({ to: { deletedAt: now }, announce: leadDeleted }));

export const restoreLead =
  (parts: LeadParts): MoveLead =>
  (caller, input) =>
    move(parts, caller, 'restore', input, () => accept({ to: { deletedAt: null }, announce: leadRestored }));
